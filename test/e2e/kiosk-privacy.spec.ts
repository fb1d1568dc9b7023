import { expect, type Page } from '@playwright/test'
import { violations } from '../helpers/accessibility'
import { test } from '../helpers/kiosk'

test.use({ allowedErrors: ['Failed to load resource', 'net::ERR'] })

const way = (page: Page) => page.getByRole('button', { name: 'Phiếu không ghi tên. Tìm hiểu thêm' })
const notice = (page: Page) => page.getByRole('dialog', { name: 'Thông tin được lưu' })

test('before the first tap the tablet says what is stored, in the words of the form, without a network too', async ({
  app,
  kiosk,
}) => {
  const { page } = kiosk
  await kiosk.enrol()
  await kiosk.settle()
  const form = await kiosk.context.newPage()
  await form.goto(`${app.origin}/s/kiosk-1`)
  const [, ...sentences] = await form
    .getByRole('region', { name: 'Thông tin được lưu' })
    .getByRole('paragraph')
    .allTextContents()
  expect(sentences.join(' ')).toMatch(/không ghi tên.* xóa sau 24 tháng .* cải thiện/)
  await form.close()
  kiosk.front.point(null)
  await page.reload()
  const face = kiosk.face('Rất hài lòng')
  const place = await face.boundingBox()
  // A touch just after the screen has appeared is taken for the last one's echo.
  await expect(async () => {
    await way(page).tap()
    await expect(notice(page).getByRole('heading')).toBeFocused({ timeout: 500 })
  }).toPass()
  await expect(notice(page).getByRole('paragraph')).toHaveText([
    /^Đơn vị lấy ý kiến: .+ · Quầy số 1\.$/,
    ...sentences,
  ])
  expect(await face.boundingBox()).toEqual(place)
  await notice(page).getByRole('button', { name: 'Đóng' }).tap()
  await expect(notice(page)).toHaveCount(0)
  await expect(way(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(notice(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(notice(page)).toHaveCount(0)
  await kiosk.visit()
})

test('what is stored closes with what was left of a visit, and for who only read it', async ({
  kiosk,
}) => {
  const { page } = kiosk
  await kiosk.enrol()
  await page.clock.install()
  for (const isVisit of [false, true]) {
    if (isVisit) await kiosk.rate()
    await way(page).click()
    await page.clock.fastForward(24_500)
    await page.getByRole('button', { name: 'Tôi cần thêm thời gian' }).click()
    await expect(notice(page).getByRole('heading')).toBeFocused()
    await page.clock.fastForward(24_500)
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('alertdialog')).toHaveCount(0)
    await expect(notice(page).getByRole('heading')).toBeFocused()
    await page.clock.fastForward(24_500)
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await page.clock.fastForward(22_000)
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(kiosk.face('Hài lòng')).toBeVisible()
  }
})

const languages = { vi: 'Tiếng Việt', en: 'English', km: 'ភាសាខ្មែរ' } as const

test('the way to what is stored and the way back are in sight on every screen, and accessible', async ({
  kiosk,
}) => {
  const { page } = kiosk
  await kiosk.enrol()
  const more = page.getByRole('contentinfo').getByRole('button')
  const close = page.getByRole('dialog').getByRole('button')
  for (const [width, height] of [
    [360, 740],
    [820, 1180],
    [1024, 600],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const [locale, name] of Object.entries(languages)) {
      await page.getByRole('button', { name }).click()
      await expect(more).toBeInViewport({ ratio: 1 })
      await more.click()
      await expect(close).toBeInViewport({ ratio: 1 })
      const screen = `${locale} at ${width}`
      expect(await violations(page, { colours: locale !== 'en' }), screen).toEqual([])
      await close.click()
    }
  }
})

test('where more of it goes on below the way back, an edge says so until the end is reached', async ({
  kiosk,
}) => {
  const { page } = kiosk
  await kiosk.enrol()
  const edge = () =>
    page
      .getByRole('dialog')
      .evaluate((dialog) =>
        Number(getComputedStyle(dialog.lastElementChild as Element, '::before').opacity),
      )
  for (const [width, height, shown] of [
    [360, 600, 1],
    [1280, 800, 0],
  ] as const) {
    await page.setViewportSize({ width, height })
    await way(page).click()
    await expect.poll(edge, { message: `${width}` }).toBe(shown)
    await notice(page).evaluate((dialog) => dialog.scrollTo(0, dialog.scrollHeight))
    await expect.poll(edge).toBe(0)
    await notice(page).getByRole('button', { name: 'Đóng' }).click()
  }
})

test('after the tap all that is asked, and the way to what is stored, fits a tablet of 1280 by 800', async ({
  kiosk,
}) => {
  const { page } = kiosk
  await kiosk.enrol()
  await page.setViewportSize({ width: 1280, height: 800 })
  for (const name of Object.values(languages)) {
    await page.getByRole('button', { name }).click()
    await page.locator('main button[aria-pressed]').first().click()
    await expect(page.getByRole('textbox')).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('contentinfo').getByRole('button')).toBeInViewport({ ratio: 1 })
    const sizes = await page
      .getByRole('button')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(60)
    await page.reload()
  }
})
