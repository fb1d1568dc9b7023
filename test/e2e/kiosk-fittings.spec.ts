import { expect } from '@playwright/test'
import { test } from '../helpers/kiosk'
import { revokeAll } from '../helpers/kiosk-office'

test.use({ allowedErrors: ['Failed to load resource', 'net::ERR', 'An unknown error occurred'] })

test.describe('what the browser lends the tablet', () => {
  test.use({
    script: `{
      window.calls = []
      const note = (...call) => window.calls.push(call.join(' '))
      const voices = ['vi-VN', 'en-GB', 'km-KH'].map((lang) => ({ lang, name: lang, localService: lang !== 'km-KH' }))
      window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
      Object.defineProperty(window, 'speechSynthesis', { value: {
        getVoices: () => voices,
        addEventListener() {}, removeEventListener() {},
        cancel: () => note('hush'),
        speak: ({ lang, text }) => note('speak', lang, text),
      } })
      Object.defineProperty(navigator, 'wakeLock', { value: {
        request: async (kind) => { note('awake', kind); return { release: async () => note('asleep') } },
      } })
      Element.prototype.requestFullscreen = async () => note('full screen')
      StorageManager.prototype.persist = async () => { note('persist'); return true }
      StorageManager.prototype.persisted = async () => true
    }`,
  })

  test('keeps it awake, reads aloud, asks to keep what is stored, and fills the screen', async ({
    kiosk,
  }) => {
    const { page } = kiosk
    const calls = () =>
      page.evaluate(() => (window as unknown as { calls: string[] }).calls.splice(0))
    expect(await calls()).toEqual([])
    await kiosk.enrol()
    await expect.poll(calls).toEqual(expect.arrayContaining(['awake screen', 'persist']))
    await page.getByRole('button', { name: 'Đọc to' }).click()
    const [, said] = await calls()
    expect(said).toMatch(/^speak vi-VN .*Rất hài lòng.*Rất không hài lòng/)
    // A new screen ends the reading of the last; another language is read by another voice.
    await kiosk.rate()
    await expect.poll(calls).toContain('hush')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('button', { name: 'Read aloud' }).click()
    expect((await calls()).at(-1)).toMatch(/^speak en-GB /)
    // A voice that is not on the tablet would send the words out, and be silent without a network.
    await page.getByRole('button', { name: 'ភាសាខ្មែរ' }).click()
    await expect(page.getByRole('banner').getByRole('button')).toHaveCount(6)
    await page.getByRole('button', { name: 'Tiếng Việt' }).click()
    await kiosk.openPanel()
    await expect(page.getByText(/^được giữ lâu dài/)).toBeVisible()
    await page.getByRole('button', { name: 'Toàn màn hình' }).click()
    expect(await calls()).toContain('full screen')
  })
})

test('letters of all three languages come from this server, and nothing moves for who asks for it', async ({
  kiosk,
}) => {
  const { page } = kiosk
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.reload()
  for (const name of ['Tiếng Việt', 'ភាសាខ្មែរ']) {
    await page.getByRole('button', { name }).click()
    await page.evaluate(() => document.fonts.ready)
  }
  const fonts = await page.evaluate(() => ({
    family: getComputedStyle(document.querySelector('h1') ?? document.body).fontFamily,
    loaded: [...document.fonts].filter(({ status }) => status === 'loaded').map((f) => f.family),
    moving: document.getAnimations().length,
  }))
  // The shipped families (app/layout) come first, and those that the words need are there; before, one of the system.
  expect(fonts.family).toMatch(/^latin, vietnamese, khmer, near, /)
  const shipped = fonts.loaded.filter((family) => family !== 'near')
  expect(new Set(shipped)).toEqual(new Set(['latin', 'vietnamese', 'khmer']))
  expect(fonts.moving).toBe(0)
  expect(asked.filter((url) => !url.startsWith(kiosk.front.origin))).toEqual([])
})

test('it can be installed: a manifest for the kiosk alone, with icons of the sizes it names', async ({
  kiosk,
}) => {
  const found = await kiosk.page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]')
    const manifest = await (await fetch(link?.href ?? '')).json()
    const sizes = await Promise.all(
      manifest.icons.map(async ({ src }: { src: string }) => {
        const image = await createImageBitmap(await (await fetch(src)).blob())
        return `${image.width}x${image.height}`
      }),
    )
    return { manifest, sizes }
  })
  expect(found.manifest).toMatchObject({
    start_url: '/kiosk',
    scope: '/kiosk',
    display: 'fullscreen',
  })
  expect(found.sizes).toEqual(found.manifest.icons.map(({ sizes }: { sizes: string }) => sizes))
  expect(
    found.manifest.icons.some((icon: { purpose?: string }) => icon.purpose === 'maskable'),
  ).toBe(true)
})

test('a barred tablet takes a new build too', async ({ app, kiosk }) => {
  await (await kiosk.enrol()).settle()
  await revokeAll(app)
  const nudge = () => kiosk.page.evaluate(() => dispatchEvent(new Event('online')))
  await nudge()
  const barred = kiosk.page.getByRole('heading', { name: 'Máy này không còn được phép gửi phiếu' })
  await expect(barred).toBeVisible()
  kiosk.front.deploy('build-barred')
  // One look for a new build may still be under way and end with the old one; the next occasion finds it.
  const keptAfterNudge = async () => {
    await nudge()
    return await kiosk.page.evaluate(() => caches.keys())
  }
  await expect
    .poll(() => keptAfterNudge().catch(() => []), { intervals: [1000] })
    .toEqual(['hai-long-build-barred'])
  await expect(barred).toBeVisible()
})
