import { expect } from '@playwright/test'
import { admin } from '../helpers/app'
import { signIn, test } from '../helpers/staff'

const sessionCookie = 'hai-long.session'

test('the right password leads to the page that was asked for', async ({ page }) => {
  await page.goto('/dashboard?unit=tan-hiep&year=2020')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await expect(page).toHaveTitle('Đăng nhập · Hài Lòng')
  await signIn(page)
  await expect(page).toHaveURL('/dashboard?unit=tan-hiep&year=2020')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Huyện Tân Hiệp (cấp huyện)')
})

test('a wrong password and an unknown e-mail get the same sentence, and no e-mail in the address', async ({
  page,
}) => {
  for (const email of [admin.email, 'khong-co@xa.gov.vn']) {
    await page.goto('/sign-in')
    await signIn(page, { email, password: 'sai-mat-khau-roi' })
    const summary = page.locator('#error-summary')
    await expect(summary).toContainText('Thư điện tử hoặc mật khẩu không đúng')
    await expect(summary).toBeFocused()
    expect(page.url()).not.toContain('%40')
    expect(page.url()).not.toContain('@')
    await summary.getByRole('link').click()
    await expect(page.getByLabel('Thư điện tử')).toBeFocused()
    await expect(page).toHaveTitle(/^Chưa đăng nhập được/)
  }
})

test('an empty form says what is missing, in the language of the page', async ({ page }) => {
  await page.goto('/sign-in?lang=en')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.locator('#error-summary')).toContainText('Enter both your e-mail')
})

test('signing in works at the number of this computer as at its name', async ({ page, office }) => {
  const origin = office.origin.replace('localhost', '127.0.0.1')
  await page.goto(`${origin}/sign-in`)
  await signIn(page)
  await expect(page).toHaveURL(`${origin}/dashboard`)
})

test('nobody is led to another site', async ({ page, office }) => {
  await page.goto(`/sign-in?next=${encodeURIComponent('/..//evil.example/dashboard')}`)
  await signIn(page)
  await expect(page).toHaveURL(`${office.origin}/dashboard`)
})

test('a way back that is no address leads to the dashboard', async ({ request }) => {
  for (const callbackUrl of ['\t//evil.example', '/\n/evil.example', 'http://[']) {
    const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
    const answer = await request.post('/api/auth/callback/credentials', {
      form: { ...admin, csrfToken, callbackUrl },
      maxRedirects: 0,
    })
    expect([answer.status(), answer.headers().location]).toEqual([303, '/dashboard'])
  }
})

test('a form that came too late is said to be lost also where the browser had no cookie at all', async ({
  request,
}) => {
  const page = await request.get('/sign-in?next=%2Fdashboard&unsaved=1')
  expect(page.url()).toContain('cookie=asked')
  expect(await page.text()).toContain('Nội dung vừa gửi chưa được lưu')
})

test('signing out is real: the cookie kept from before is worth nothing', async ({
  page,
  context,
  request,
  office,
}) => {
  await page.goto('/dashboard?unit=opg&year=2024')
  await signIn(page)
  await page.waitForURL('**/dashboard?*')
  const cookie = (await context.cookies()).find(({ name }) => name === sessionCookie)
  const headers = { cookie: `${sessionCookie}=${cookie?.value}` }
  const rates = '/api/v1/rates?survey=kiosk-1&unit=opg&from=2024-01-01&to=2024-12-31'
  expect((await request.get(rates, { headers })).status()).toBe(200)

  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await expect(page.getByRole('status')).toHaveText('Đã đăng xuất.')
  expect((await context.cookies()).some(({ name }) => name === sessionCookie)).toBe(false)

  expect((await request.get(rates, { headers })).status()).toBe(401)
  const replayed = await request.get('/dashboard', { headers, maxRedirects: 0 })
  expect(replayed.status()).toBe(307)
  expect(replayed.headers().location).toBe('/sign-in?next=%2Fdashboard')
  await page.goto('/dashboard')
  await expect(page).toHaveURL(`${office.origin}/sign-in?next=%2Fdashboard`)
})

test('another site cannot sign anybody out or in', async ({ request }) => {
  const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  expect((await request.post('/sign-out', { headers })).status()).toBe(403)
  const form = { email: admin.email, password: admin.password, csrfToken: 'x', callbackUrl: '/' }
  const answer = await request.post('/api/auth/callback/credentials', { form, maxRedirects: 0 })
  expect(answer.headers().location).toContain('error=expired')
  expect(answer.headers()['set-cookie']).not.toContain(sessionCookie)
})

test('only what the sign-in needs of next-auth is there, and forms are small', async ({
  request,
}) => {
  for (const path of ['session', 'providers', 'error', 'verify-request', '_log']) {
    expect((await request.get(`/api/auth/${path}`)).status(), path).toBe(404)
  }
  const form = { email: 'a'.repeat(100_000) }
  const large = await request.post('/api/auth/callback/credentials', { form })
  expect(large.status()).toBe(413)
  const other = await request.post('/api/auth/callback/credentials', { data: form })
  expect(other.status()).toBe(415)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('people sign in, choose a period and sign out', async ({ page }) => {
    await page.goto('/dashboard?unit=opg')
    await signIn(page)
    await page.getByLabel('Kỳ', { exact: true }).selectOption('quarter-1')
    await page.getByLabel('Năm', { exact: true }).selectOption('2024')
    await page.getByRole('button', { name: 'Xem kết quả' }).click()
    await expect(page.getByText('Từ ngày 01/01/2024 đến ngày 31/03/2024')).toBeVisible()
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await expect(page.getByRole('status')).toHaveText('Đã đăng xuất.')
  })
})

test.describe('with cookies blocked', () => {
  test.use({ allowedErrors: [] })

  test('the page says so instead of going round in circles', async ({ request }) => {
    const page = await request.get('/sign-in?cookie=asked', { headers: { cookie: '' } })
    expect(await page.text()).toContain('Trình duyệt đang chặn cookie')
  })
})
