import { expect } from '@playwright/test'
import { violations } from '../helpers/accessibility'
import { test } from '../helpers/kiosk'
import { arrivalsByKiosk, storedByKiosks } from '../helpers/kiosk-office'

test.use({ allowedErrors: ['Failed to load resource', 'net::ERR'] })

let before = 0
test.beforeEach(async ({ app }) => {
  before = (await storedByKiosks(app)).length
})

const languages = { vi: 'Tiếng Việt', en: 'English', km: 'ភាសាខ្មែរ' } as const

for (const [locale, name] of Object.entries(languages)) {
  test(`every screen is accessible in ${locale}`, async ({ kiosk }) => {
    test.setTimeout(240_000)
    const { page } = kiosk
    const speak = () => page.getByRole('button', { name }).click()
    const clean = async (screen: string) => expect(await violations(page), screen).toEqual([])
    await speak()
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await clean('enrolment')
    await page.getByRole('button', { name: 'Tiếng Việt' }).click()
    await kiosk.enrol(['kiosk-1', 'desk-8'])
    await speak()
    await clean('chooser')
    const main = page.getByRole('main')
    await main.getByRole('button').first().click()
    await clean('faces')
    await main.getByRole('button').nth(1).click()
    await main.getByRole('button').first().click()
    await clean('reasons')
    await page.getByRole('button', { pressed: false }).nth(1).click()
    await clean('with an aid to reading')
    await main.getByRole('button').last().click()
    await clean('thanks')
    await expect(page.getByRole('listitem')).toHaveCount(2, { timeout: 10_000 })
    if (locale !== 'km') {
      await speak()
      await main.getByRole('button').nth(1).click()
      await clean('introduction')
      await page.getByRole('button', { name: /^(Bắt đầu|Begin)$/ }).click()
      await main.getByRole('button').first().click()
      await clean('one question')
    }
    for (let press = 0; press < 5; press++) await page.locator('header button').first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await clean('PIN')
  })
}

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
  await expect(kiosk.face('Hài lòng')).toBeVisible({ timeout: 8_000 })
  await page.getByRole('button', { name: /^Hài Lòng/ }).focus()
  for (let press = 0; press < 5; press++) await page.keyboard.press('Enter')
  await page.keyboard.type('111111')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Mã PIN không đúng')).toBeVisible()
  await page.keyboard.type('246810')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Máy chủ trả lời lần cuối')).toBeVisible()
  expect(await violations(page)).toEqual([])
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
  await page.getByRole('button', { name: 'Về màn hình đầu' }).click()
  await expect(kiosk.face('Satisfied')).toBeVisible()
})

for (const [width, height] of [
  [820, 1180],
  [1180, 820],
] as const) {
  test(`all five faces are in sight, of one size, at ${width} × ${height}`, async ({ kiosk }) => {
    await kiosk.enrol()
    const { page } = kiosk
    await page.setViewportSize({ width, height })
    for (const press of [null, 'Chữ to'] as const) {
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
  })
}
