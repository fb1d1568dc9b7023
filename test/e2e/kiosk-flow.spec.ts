import { expect } from '@playwright/test'
import { violations } from '../helpers/accessibility'
import { test } from '../helpers/kiosk'
import { arrivalsByKiosk, storedByKiosks } from '../helpers/kiosk-office'

test.use({ allowedErrors: ['Failed to load resource', 'net::ERR'] })

let before = 0
test.beforeEach(async ({ app, kiosk }) => {
  before = (await storedByKiosks(app)).length
  await expect(kiosk.page.getByRole('heading', { level: 1 })).toHaveText('Đăng ký máy tại quầy')
})

test('a code and a PIN make a tablet, which takes one person after another', async ({
  app,
  kiosk,
}) => {
  await kiosk.enrol()
  const { page } = kiosk
  await expect(page.getByRole('button', { pressed: true })).toHaveCount(0)
  await kiosk.rate('Rất hài lòng')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Điều gì làm Ông/Bà hài lòng?')
  await page.getByRole('button', { name: 'Thời gian chờ' }).click()
  await page.getByRole('textbox').fill('Nhanh')
  await kiosk.finish()
  await kiosk.expectThanks()
  // Back to the start by itself.
  await expect(kiosk.face('Hài lòng')).toBeVisible()
  await kiosk.visit('Không hài lòng')
  const both = await arrivalsByKiosk(app, before, 2)
  expect(both.map(({ answers }) => answers)).toEqual([
    { overall: 5, reasons: ['wait'], comment: 'Nhanh' },
    { overall: 2 },
  ])
})

test('a wrong code is refused in words', async ({ kiosk }) => {
  const { page } = kiosk
  await page.getByLabel('Mã đăng ký').fill('ABCD-EFGH')
  await page.getByLabel('Mã PIN của cán bộ').fill('123456')
  await page.getByLabel('Nhập lại mã PIN').fill('123456')
  await page.getByRole('button', { name: 'Đăng ký máy này' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Mã không đúng')
  // At its field, which has the focus; one that is mended says so no more.
  const code = page.getByLabel('Mã đăng ký')
  await expect(code).toBeFocused()
  await expect(code).toHaveAccessibleDescription(/Mã không đúng/)
  await page.getByLabel('Nhập lại mã PIN').fill('654321')
  await page.getByRole('button', { name: 'Đăng ký máy này' }).click()
  await expect(page.getByLabel('Nhập lại mã PIN')).toHaveAccessibleDescription(
    'Hai lần nhập mã PIN không giống nhau',
  )
  await expect(code).not.toHaveAttribute('aria-invalid')
})

test('a longer survey goes one question per screen, back and forward, in another language', async ({
  app,
  kiosk,
}) => {
  await kiosk.enrol(['desk-8'])
  const { page } = kiosk
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByText(/Question 1 of \d/)).toBeVisible()
  await page.getByRole('main').getByRole('button').first().click()
  await expect(page.getByText(/Question 2 of \d/)).toBeVisible()
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByRole('button', { pressed: true })).toHaveCount(1)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Tiếng Việt' }).click()
  const heading = page.getByRole('heading', { level: 1 })
  for (let step = 0; step < 12; step++) {
    const question = (await heading.textContent()) ?? ''
    if (question === 'Cảm ơn Ông/Bà') break
    const face = kiosk.face('Hài lòng')
    if (await face.isVisible()) await face.click()
    else await page.getByRole('button', { name: /^(Bỏ qua|Bỏ qua và gửi|Gửi ý kiến)$/ }).click()
    await expect(heading).not.toHaveText(question)
  }
  await kiosk.expectThanks()
  const [response] = await arrivalsByKiosk(app, before, 1)
  expect(response?.answers).toMatchObject({ q8: 4 })
  expect(response?.locale).toBe('vi')
})

test('what must be answered is not offered to be skipped', async ({ kiosk }) => {
  await kiosk.enrol(['desk-8'])
  const { page } = kiosk
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  const skip = page.getByRole('button', { name: 'Bỏ qua', exact: true })
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toBeVisible()
  for (let step = 0; step < 12 && (await skip.isVisible()); step++) {
    const question = (await heading.textContent()) ?? ''
    await skip.click()
    await expect(heading).not.toHaveText(question)
  }
  await expect(heading).toHaveText('Nói chung, Ông/Bà hài lòng ở mức nào với việc phục vụ?')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(
    'Xin Ông/Bà chọn một câu trả lời',
  )
})

test('of reasons it says when there are enough, and again to who wants one more', async ({
  kiosk,
}) => {
  const { page } = kiosk
  await kiosk.enrol()
  await page.setViewportSize({ width: 360, height: 740 })
  await kiosk.rate()
  const reason = (name: string) => page.getByRole('button', { name, exact: true })
  const told = page.getByRole('status')
  await expect(told).toHaveText('Chọn tối đa 3 ý, không bắt buộc.')
  for (const name of ['Thời gian chờ', 'Phí, lệ phí']) await reason(name).click()
  const height = () => reason('Khác').evaluate((row) => (row as HTMLElement).offsetTop)
  const before = await height()
  await reason('Khác').click()
  await expect(told).toHaveText('Đã đủ 3 ý. Muốn đổi, xin bỏ bớt một ý.')
  expect(await height()).toBe(before)
  await expect(told).not.toHaveAttribute('data-wrong')
  await reason('Kết quả nhận được').click({ force: true })
  await expect(told).toHaveAttribute('data-wrong')
  await expect(told).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('button', { pressed: true })).toHaveCount(3)
  await reason('Khác').click()
  await expect(told).toHaveText('Đã chọn 2/3')
})

test('several surveys begin with a choice, in sight on a low tablet too', async ({ kiosk }) => {
  const { page } = kiosk
  await page.setViewportSize({ width: 1024, height: 600 })
  // Filling the form in has scrolled it; what comes next begins at its top.
  await kiosk.enrol(['kiosk-1', 'desk-8', 'sipas-22'])
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mời Ông/Bà chọn phiếu')
  expect(await page.evaluate(() => [scrollY, document.body.scrollHeight])).toEqual([0, 600])
  await page.getByRole('button', { name: /Đánh giá một chạm/ }).click()
  await kiosk.rate()
})

test.describe('over plain http', () => {
  test.use({
    // The browser finds the address untrustworthy, and so does the page itself: it says so.
    allowedErrors: ['Cross-Origin-Opener-Policy header has been ignored'],
  })

  test('it says what is missing and works', async ({ app, kiosk }) => {
    await kiosk.open('tablet.test')
    const { page } = kiosk
    expect(await page.evaluate(() => isSecureContext)).toBe(false)
    await expect(page.getByText('Kết nối không bảo mật (http)')).toBeVisible()
    for (const name of ['English', 'ភាសាខ្មែរ', 'Tiếng Việt']) {
      await page.getByRole('button', { name }).click()
      expect(await violations(page), name).toEqual([])
    }
    await kiosk.enrol()
    await kiosk.visit('Bình thường')
    const [response] = await arrivalsByKiosk(app, before, 1)
    expect(response?.answers).toEqual({ overall: 3 })
    await kiosk.openPanel()
  })
})
