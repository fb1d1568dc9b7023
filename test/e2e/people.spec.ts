import { expect } from '@playwright/test'
import { violations } from '../helpers/accessibility'
import { test } from '../helpers/browser'
import { openAs, signIn } from '../helpers/staff'

const path = '/dashboard/people'
const lan = { email: 'lan@xa.gov.vn', password: 'thuyền về bến cũ chiều mưa' }

test('an invited person joins by the link, signs in, and is shut out at once', async ({
  page,
  browser,
  app,
}) => {
  await openAs(page, path)
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Lan')
  await page.getByLabel('Thư điện tử').fill(lan.email)
  await page.getByLabel('Vai trò').selectOption('reporter')
  await page.getByRole('button', { name: 'Tạo đường dẫn mời' }).click()
  const panel = page.locator('#made-link')
  const link = /http\S+\/join\/\S+/.exec(await panel.innerText())?.[0] ?? ''
  expect(await violations(page)).toEqual([])

  // A browser without scripts is enough.
  const other = await browser.newContext({ javaScriptEnabled: false, baseURL: app.origin })
  const theirs = await other.newPage()
  const opened = await theirs.goto(link)
  expect(opened?.headers()['referrer-policy']).toBe('no-referrer')
  await theirs.getByLabel('Mật khẩu mới').fill('matkhau123456789')
  await theirs.getByRole('button', { name: 'Lưu mật khẩu' }).click()
  await expect(theirs.locator('#error-summary')).toContainText('dễ đoán')
  await theirs.getByLabel('Mật khẩu mới').fill(lan.password)
  await theirs.getByRole('button', { name: 'Lưu mật khẩu' }).click()
  await theirs.getByRole('link', { name: 'Đăng nhập' }).click()
  await signIn(theirs, lan)
  await expect(theirs.getByRole('link', { name: 'Đang đăng nhập: Nguyễn Thị Lan' })).toBeVisible()
  expect(app.output()).not.toContain(link.split('/').at(-1))

  await page.getByRole('link', { name: 'Nguyễn Thị Lan' }).click()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Khóa tài khoản' }).click()
  await expect(page.getByRole('status')).toContainText('Đã khóa tài khoản')
  await theirs.goto('/dashboard')
  await expect(theirs).toHaveURL(/\/sign-in/)
  await theirs.goto(link)
  await expect(theirs.getByText('Đường dẫn không còn dùng được')).toBeVisible()
  await other.close()
})

for (const language of ['vi', 'km'] as const) {
  test(`people, the own account and a link in ${language} are accessible`, async ({ page }) => {
    await openAs(page, '/dashboard/account')
    for (const place of [
      path,
      `${path}/1`,
      `${path}/second-factor`,
      '/dashboard/account',
      '/dashboard/account/second-factor',
      '/join/none',
      '/join/done',
    ]) {
      await page.goto(`${place}?lang=${language}`)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      expect([place, await violations(page, { colours: language === 'vi' })]).toEqual([place, []])
    }
    await page.goto('/dashboard/account?lang=vi')
    const field = page.getByLabel('Mật khẩu mới')
    await page.locator('[aria-controls=password]').click()
    await expect(field).toHaveAttribute('type', 'text')
  })
}
