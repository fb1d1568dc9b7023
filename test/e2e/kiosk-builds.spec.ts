import { expect } from '@playwright/test'
import { type Kiosk, test } from '../helpers/kiosk'
import { recordedBuild } from '../helpers/kiosk-build'
import { arrivalsByKiosk, storedByKiosks } from '../helpers/kiosk-office'

test.use({ allowedErrors: ['Failed to load resource', 'net::ERR', 'An unknown error occurred'] })

const nudge = ({ page }: Kiosk) => page.evaluate(() => dispatchEvent(new Event('online')))
// The page starts anew with the next build, perhaps while it is asked.
const keptBuilds = ({ page }: Kiosk) => page.evaluate(() => caches.keys()).catch(() => [])

test.describe('a tablet that is switched off', () => {
  test.use({ startsAnew: true })

  test('two builds later a tablet with a recorded earlier build starts, delivers, and is renewed', async ({
    app,
    kiosk,
  }) => {
    const before = (await storedByKiosks(app)).length
    const { front } = kiosk
    front.deploy(recordedBuild('kiosk-build-2026-11'))
    await kiosk.open()
    await (await kiosk.enrol()).settle()
    const [old] = await keptBuilds(kiosk)
    // Switched off over two deployments: the first is this build as it is, of which it hears nothing.
    front.point(null)
    await kiosk.restart()
    await kiosk.open()
    await kiosk.visit('Bình thường')
    expect(await kiosk.held('outbox')).toBe(1)
    expect(await keptBuilds(kiosk)).toEqual([old])
    await kiosk.page.evaluate(() => Object.assign(window, { isOld: true }))
    front.deploy('build-after-next')
    front.point(app.origin)
    await nudge(kiosk)
    const [first] = await arrivalsByKiosk(app, before, 1)
    expect(first?.answers).toEqual({ overall: 3 })
    await expect
      .poll(() => kiosk.page.evaluate(() => 'isOld' in window).catch(() => true))
      .toBe(false)
    await expect.poll(() => keptBuilds(kiosk)).toEqual(['hai-long-build-after-next'])
    // What the older build has stored opens in the newer one, which starts without a network as well.
    front.point(null)
    await kiosk.page.reload()
    await kiosk.visit('Hài lòng')
    front.deploy('build-three')
    front.point(app.origin)
    await nudge(kiosk)
    await arrivalsByKiosk(app, before, 2)
    await expect.poll(() => kiosk.held('acknowledged').catch(() => 0)).toBe(2)
    await expect.poll(() => keptBuilds(kiosk)).toEqual(['hai-long-build-three'])
  })
})

test('a tablet nobody has enrolled takes a new build too, but not from under a typing hand', async ({
  kiosk,
}) => {
  await kiosk.settle()
  const code = kiosk.page.getByLabel('Mã đăng ký')
  await code.fill('ABCD')
  kiosk.front.deploy('build-typed')
  await nudge(kiosk)
  await expect.poll(() => keptBuilds(kiosk)).toContain('hai-long-build-typed')
  await kiosk.page.waitForTimeout(2_500)
  await expect(code).toHaveValue('ABCD')
  expect(await keptBuilds(kiosk)).toHaveLength(2)
  await code.fill('')
  await expect.poll(() => keptBuilds(kiosk)).toEqual(['hai-long-build-typed'])
})

test('a tablet of an older build goes on when a newer one has changed its store', async ({
  app,
  kiosk,
}) => {
  const before = (await storedByKiosks(app)).length
  await kiosk.enrol()
  await kiosk.rate()
  await kiosk.page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('hai-long', 99)
        opening.onerror = () => reject(opening.error)
        opening.onupgradeneeded = () => opening.result.createObjectStore('of-the-future')
        opening.onsuccess = () => {
          opening.result.close()
          resolve()
        }
      }),
  )
  await kiosk.finish()
  await kiosk.expectThanks()
  await arrivalsByKiosk(app, before, 1)
})
