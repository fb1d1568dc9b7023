import { expect } from '@playwright/test'
import { type Kiosk, test } from '../helpers/kiosk'
import { arrivalsByKiosk, storedByKiosks } from '../helpers/kiosk-office'

test.use({ allowedErrors: ['Failed to load resource', 'net::ERR', 'An unknown error occurred'] })

let before = 0
test.beforeEach(async ({ app, kiosk }) => {
  before = (await storedByKiosks(app)).length
  await kiosk.enrol()
  await kiosk.settle()
})

const nudge = ({ page }: Kiosk) => page.evaluate(() => dispatchEvent(new Event('online')))

const cached = ({ page }: Kiosk) =>
  page.evaluate(async () => {
    const names = await caches.keys()
    const perCache = await Promise.all(
      names.map(async (name) => {
        const cache = await caches.open(name)
        const requests = await cache.keys()
        return requests.map((request) => new URL(request.url).pathname)
      }),
    )
    return { names, files: perCache.flat() }
  })

test('the service worker keeps the page, its files, and nothing else', async ({ kiosk }) => {
  await kiosk.page.evaluate(() => fetch('/api/health/ready').then((response) => response.text()))
  const { names, files } = await cached(kiosk)
  expect(names).toHaveLength(1)
  expect(files).toContain('/kiosk')
  expect(files.filter((path) => path.endsWith('.woff2')).length).toBeGreaterThanOrEqual(3)
  const expected = /^\/(kiosk|_next\/static\/.+|manifest\.webmanifest|icon-[\w-]+\.png)$/
  expect(files.filter((path) => !expected.test(path))).toEqual([])
  // As seen on the wire: browsers hide the header from scripts and workers.
  expect(kiosk.front.cookies).toEqual([])
  const scopes = await kiosk.page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
  )
  expect(scopes).toEqual(['/kiosk'])
})

test('a build of which one file is missing is not taken at all', async ({ kiosk }) => {
  const { names } = await cached(kiosk)
  kiosk.front.breakFile('/icon-512.png')
  kiosk.front.deploy('build-broken')
  await kiosk.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration('/kiosk')
    await registration?.update()
    const worker = registration?.installing
    const isOver = () => !worker || worker.state === 'redundant'
    await new Promise<void>((resolve) => {
      if (isOver()) resolve()
      worker?.addEventListener('statechange', () => isOver() && resolve())
    })
  })
  expect((await cached(kiosk)).names).toEqual(names)
  // A page of the new build is not shown with files that may be missing.
  await kiosk.page.reload()
  await expect(kiosk.face('Hài lòng')).toBeVisible()
  kiosk.front.breakFile(null)
  await nudge(kiosk)
  await expect
    // The page starts anew with it, perhaps while it is asked.
    .poll(() =>
      cached(kiosk).then(
        ({ names }) => names,
        () => [],
      ),
    )
    .toEqual(['hai-long-build-broken'])
})

test('the page of somebody else’s network is neither shown nor a receipt', async ({
  app,
  kiosk,
}) => {
  kiosk.front.portal(true)
  await kiosk.page.reload()
  await kiosk.visit()
  expect(await kiosk.held('outbox')).toBe(1)
  kiosk.front.portal(false)
  await nudge(kiosk)
  await arrivalsByKiosk(app, before, 1)
})

test('a server that is slow to answer does not keep the tablet from starting', async ({
  kiosk,
}) => {
  kiosk.front.delay(20_000)
  const start = Date.now()
  await kiosk.page.reload()
  await expect(kiosk.face('Hài lòng')).toBeVisible()
  expect(Date.now() - start).toBeLessThan(10_000)
  kiosk.front.delay(0)
})
