import { expect, type Page } from '@playwright/test'
import { violations } from '../helpers/accessibility'
import { authenticatorCode } from '../helpers/authenticator'
import { test } from '../helpers/browser'
import { openAs, signIn } from '../helpers/staff'

const mai = { email: 'mai@xa.gov.vn', password: 'thuyền về bến cũ chiều mưa' }
const path = '/dashboard/account/second-factor'

/** Somebody of one's own: the other tests' people sign in by password alone. */
async function invite(page: Page): Promise<string> {
  await openAs(page, '/dashboard/people')
  await page.getByLabel('Họ và tên').fill('Lê Thị Mai')
  await page.getByLabel('Thư điện tử').fill(mai.email)
  await page.getByRole('button', { name: 'Tạo đường dẫn mời' }).click()
  return /http\S+\/join\/\S+/.exec(await page.locator('#made-link').innerText())?.[0] ?? ''
}

test('a second factor is set up by keyboard and asked for at the next sign-in, without scripts too', async ({
  page,
  browser,
  app,
}) => {
  const link = await invite(page)
  const own = await browser.newContext({ baseURL: app.origin })
  const theirs = await own.newPage()
  await theirs.goto(link)
  await theirs.getByLabel('Mật khẩu mới').fill(mai.password)
  await theirs.keyboard.press('Enter')
  await theirs.getByRole('link', { name: 'Đăng nhập' }).click()
  await signIn(theirs, mai)
  await theirs.goto('/dashboard/account')
  await theirs.getByRole('link', { name: 'Thiết lập' }).press('Enter')
  await theirs.getByRole('button', { name: 'Bắt đầu thiết lập' }).press('Enter')
  await expect(theirs.getByRole('img', { name: /^Mã QR/ })).toBeVisible()
  expect(await violations(theirs)).toEqual([])

  const key = await theirs.locator('strong[translate=no]').innerText()
  const field = theirs.getByLabel('Mã sáu chữ số')
  await expect(field).toHaveAttribute('autocomplete', 'one-time-code')
  await field.focus()
  await theirs.keyboard.type(authenticatorCode(key))
  await theirs.keyboard.press('Tab')
  await theirs.keyboard.type(mai.password)
  await theirs.keyboard.press('Enter')
  await expect(theirs.getByRole('status')).toContainText('Đã bật xác thực hai bước')
  const codes = theirs.locator('#codes li')
  await expect(codes).toHaveCount(10)
  const paper = await codes.allInnerTexts()
  expect(await violations(theirs)).toEqual([])
  await theirs.getByRole('button', { name: 'Tôi đã cất các mã này' }).press('Enter')
  await expect(codes).toHaveCount(0)
  await own.close()

  const plain = await browser.newContext({ baseURL: app.origin, javaScriptEnabled: false })
  const again = await plain.newPage()
  await again.goto(path)
  await signIn(again, mai)
  await expect(again).toHaveURL(/\/sign-in\/code\?next=/)
  // Half-way in is not in.
  const rates = '/api/v1/rates?survey=kiosk-1&unit=office&from=2026-01-01&to=2026-12-31'
  expect((await plain.request.get(rates)).status()).toBe(401)
  await again.getByLabel('Mã sáu chữ số').fill('000000')
  await again.getByRole('button', { name: 'Tiếp tục' }).click()
  await expect(again.locator('#error-summary')).toContainText('Mã không đúng')
  await expect(again.locator('#error-summary')).toBeFocused()
  // A code is good once; the next one is taken early, and still when its time has come.
  await again.getByLabel('Mã sáu chữ số').fill(authenticatorCode(key, 1))
  await again.keyboard.press('Enter')
  await expect(again).toHaveURL(path)

  await again.getByRole('button', { name: 'Đăng xuất' }).click()
  await again.goto('/dashboard')
  await signIn(again, mai)
  await again.getByText('Không có điện thoại bên mình?').click()
  await again.getByLabel('Mã dự phòng').fill(paper[0] ?? '')
  await again.getByRole('button', { name: 'Dùng mã dự phòng' }).click()
  await expect(again.getByRole('link', { name: /Lê Thị Mai/ })).toBeVisible()
  await plain.close()
})
