import { expect, type Page } from '@playwright/test'
import { violations } from '../helpers/accessibility'
import { pin, test } from '../helpers/kiosk'
import { arrivalsByKiosk, revokeAll, storedByKiosks } from '../helpers/kiosk-office'

test.use({ allowedErrors: ['Failed to load resource', 'net::ERR'] })

let before = 0
test.beforeEach(async ({ app }) => {
  before = (await storedByKiosks(app)).length
})

const languages = { vi: 'Tiếng Việt', en: 'English', km: 'ភាសាខ្មែរ' } as const

/** Khmer has notes of its own; English has no colours that the others do not have. */
const cleanIn = (page: Page, locale: string) => async (screen: string) =>
  expect(await violations(page, { colours: locale !== 'en' }), screen).toEqual([])

test.describe('every screen', () => {
  test.use({
    script: `{
      const put = IDBObjectStore.prototype.put
      IDBObjectStore.prototype.put = function (...args) {
        if (window.isFull) throw new DOMException('full', 'QuotaExceededError')
        return put.apply(this, args)
      }
    }`,
  })

  for (const [locale, name] of Object.entries(languages)) {
    test(`is accessible in ${locale}`, async ({ app, kiosk }) => {
      test.setTimeout(240_000)
      const { page, front } = kiosk
      const speak = () => page.getByRole('button', { name }).first().click()
      const clean = cleanIn(page, locale)
      await speak()
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await clean('enrolment')
      await page.getByRole('button', { name: 'Tiếng Việt' }).click()
      await kiosk.enrol(['kiosk-1', 'desk-8'])
      await speak()
      await clean('chooser')
      await page.clock.install()
      const main = page.getByRole('main')
      await main.getByRole('button').first().click()
      await clean('faces')
      await main.getByRole('button').nth(1).click()
      await main.getByRole('button').first().click()
      await clean('reasons')
      await page.getByRole('button', { pressed: false }).nth(1).click()
      await clean('with an aid to reading')
      await page.clock.fastForward(24_500)
      await expect(page.getByRole('alertdialog')).toBeVisible()
      await clean('idle warning')
      await page.getByRole('alertdialog').getByRole('button').first().click()
      await page.evaluate(() => Object.assign(window, { isFull: true }))
      front.point(null)
      await main.getByRole('button').last().click()
      await expect(main.getByRole('alert')).toBeVisible()
      await clean('not stored')
      await page.evaluate(() => Object.assign(window, { isFull: false }))
      front.point(app.origin)
      await main.getByRole('button').last().click()
      await expect(main.getByRole('button')).toHaveCount(1)
      await clean('thanks')
      await expect(page.getByRole('listitem')).toHaveCount(2)
      if (locale !== 'km') {
        await speak()
        await main.getByRole('button').nth(1).click()
        await clean('introduction')
        await page.getByRole('button', { name: /^(Bắt đầu|Begin)$/ }).click()
        await main.getByRole('button').first().click()
        await clean('one question')
      } else await speak()
      await kiosk.callStaff()
      await expect(page.getByRole('dialog')).toBeVisible()
      await clean('PIN')
      await page.getByRole('dialog').getByRole('textbox').fill(pin)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('dialog').getByRole('term')).toHaveCount(9)
      await clean('panel')
      await page.keyboard.press('Escape')
      await revokeAll(app)
      await page.reload()
      await expect(main.getByRole('textbox')).not.toHaveCount(0)
      await speak()
      await clean('barred')
    })
  }
})

test('works by keyboard alone, the panel too, and every target is large', async ({
  app,
  kiosk,
}) => {
  await kiosk.enrol()
  const { page } = kiosk
  const tabTo = async (name: RegExp) => {
    for (let n = 0; n < 40; n++) {
      const focused = await page.evaluate(() => document.activeElement?.textContent ?? '')
      if (name.test(focused)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`no way to ${name}`)
  }
  const sizes = await page
    .getByRole('button')
    .evaluateAll((all) =>
      all.map((one) =>
        Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height),
      ),
    )
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(60)
  await tabTo(/^Bình thường$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await tabTo(/^Thời gian chờ$/)
  await page.keyboard.press('Space')
  await tabTo(/^Gửi ý kiến$/)
  await page.keyboard.press('Enter')
  await kiosk.expectThanks()
  const [response] = await arrivalsByKiosk(app, before, 1)
  expect(response?.answers).toEqual({ overall: 3, reasons: ['wait'] })
  await expect(kiosk.face('Hài lòng')).toBeVisible()
  await page.getByRole('button', { name: /^Hài Lòng/ }).focus()
  for (let press = 0; press < 5; press++) await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.type('111111')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Mã PIN không đúng')).toBeVisible()
  await page.keyboard.type('246810')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Máy chủ trả lời lần cuối')).toBeVisible()
})

test('the panel sets how everybody finds the tablet, and a person’s choice ends with the visit', async ({
  kiosk,
}) => {
  await kiosk.enrol()
  const { page } = kiosk
  await kiosk.openPanel()
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: 'English' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Large text' }).click()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const size = await kiosk
    .face('Satisfied')
    .evaluate((face) => Number.parseFloat(getComputedStyle(face).fontSize))
  expect(size).toBeGreaterThanOrEqual(40)
  await page.getByRole('button', { name: 'Tiếng Việt' }).click()
  await kiosk.rate()
  await kiosk.finish()
  await kiosk.expectThanks()
  await kiosk.toStart('Satisfied')
})

for (const [width, height] of [
  [820, 1180],
  [1180, 820],
  [1024, 600],
  [360, 740],
] as const) {
  test(`all five faces are in sight, of one size, at ${width} × ${height}`, async ({ kiosk }) => {
    await kiosk.enrol()
    const { page } = kiosk
    await page.setViewportSize({ width, height })
    // Large letters need more of a screen than the smallest have.
    for (const press of height < 800 ? [null] : ([null, 'Chữ to'] as const)) {
      if (press) await page.getByRole('button', { name: press }).click()
      const faces = page.getByRole('main').getByRole('button')
      await expect(faces).toHaveCount(5)
      const boxes = await faces.evaluateAll((all) =>
        all.map((one) => {
          const { width, height, bottom } = one.getBoundingClientRect()
          return { size: `${Math.round(width)} × ${Math.round(height)}`, bottom }
        }),
      )
      expect(new Set(boxes.map(({ size }) => size)).size).toBe(1)
      expect(Math.max(...boxes.map(({ bottom }) => bottom))).toBeLessThanOrEqual(height)
    }
    // Large letters do not fit on one screen here: it says so, and leads on without cutting a row at the top.
    await kiosk.face('Hài lòng').click()
    const more = page.getByRole('button', { name: 'Xem tiếp' })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await expect(async () => {
      // It may go between the look and the press: then the page has come to its end.
      if (await more.isVisible()) await more.click({ timeout: 1_000 })
      await expect(page.getByRole('textbox')).toBeInViewport({ ratio: 1, timeout: 500 })
    }).toPass({ timeout: 20_000 })
  })
}

test('on a phone the header has two rows at most, in every language and size of letters', async ({
  kiosk,
}) => {
  await kiosk.enrol()
  const { page } = kiosk
  await page.setViewportSize({ width: 360, height: 740 })
  const buttons = page.getByRole('banner').getByRole('button')
  for (const name of [...Object.values(languages), 'Chữ to']) {
    if (name === 'Chữ to') await buttons.filter({ hasText: 'Tiếng Việt' }).click()
    await buttons.filter({ hasText: name }).click()
    const boxes = await buttons.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()))
    expect(new Set(boxes.map(({ top, height }) => Math.round(top + height / 2))).size).toBe(2)
    expect(Math.min(...boxes.flatMap(({ width, height }) => [width, height]))).toBe(60)
    expect(Math.max(...boxes.map(({ right }) => right))).toBeLessThanOrEqual(360)
  }
})
