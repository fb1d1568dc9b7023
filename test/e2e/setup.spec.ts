import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { type App, admin } from '../helpers/app'
import { arrivals } from '../helpers/browser'
import { test } from '../helpers/fresh-office'
import { readQrCodes } from '../helpers/qr-reader'
import { openAs } from '../helpers/staff'
import { SurveyPage } from '../helpers/survey-page'

const name = 'UBND xã Tân Lập'
const desk = 'Quầy Hộ tịch'
const overall = /Ông\/Bà có hài lòng với việc phục vụ/

/** Counts what a newcomer has to do: clicks, and pages that open. */
function walker(page: Page) {
  const done = { clicks: 0, pages: 0 }
  // The answer itself: whoever clicks on may leave a page before it says that it has loaded.
  page.on('response', (answer) => {
    if (answer.request().isNavigationRequest() && answer.ok()) done.pages++
  })
  const click = async (target: Locator) => {
    await target.click()
    done.clicks++
  }
  return { done, click }
}

const button = (page: Page, label: string) => page.getByRole('button', { name: label })
const link = (page: Page, label: string) => page.getByRole('link', { name: label })
const atStep = (page: Page, title: string) =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText(title)

/** Five people answer by their phones: the fewest that figures show. */
async function answerFiveTimes(browser: Browser, office: App, address: string): Promise<void> {
  const phone = await browser.newContext({ baseURL: office.origin })
  const form = new SurveyPage(await phone.newPage(), address.split('/').at(-1) ?? '')
  for (let n = 1; n <= 5; n++) {
    await form.open()
    await expect(form.page.getByText(name).first()).toBeVisible()
    await form.choose(overall, 'Rất hài lòng')
    await form.send()
    await form.expectThanks()
    const [, ...more] = await arrivals(office, form.door, n - 1, 1)
    expect(more).toEqual([])
  }
  await phone.close()
}

test('a newcomer comes from the first start to an answer that counts in nine clicks', async ({
  page,
  office,
  browser,
}) => {
  const { done, click } = walker(page)
  await page.goto('/dashboard')
  await page.getByLabel('Thư điện tử').fill(admin.email)
  await page.getByLabel('Mật khẩu').fill(admin.password)
  await click(button(page, 'Đăng nhập'))
  await click(link(page, 'Bắt đầu thiết lập'))
  await click(link(page, 'Bắt đầu'))
  await atStep(page, 'Đặt tên đơn vị')
  await page.getByLabel('Tên đơn vị').fill(name)
  await click(button(page, 'Lưu và tiếp tục'))
  await atStep(page, 'Đặt tên quầy')
  await page.getByLabel('Tên quầy').first().fill(desk)
  await click(button(page, 'Lưu và tiếp tục'))
  await atStep(page, 'Chọn phiếu khảo sát')
  await click(button(page, 'Dùng phiếu này'))
  await atStep(page, 'In mã QR hoặc đặt máy tính bảng')
  await click(link(page, 'Mở tờ mã QR để in'))
  const poster = page.getByRole('article')
  await expect(poster).toContainText(name)
  await expect(poster).toContainText(desk)
  const [address = ''] = await readQrCodes(await poster.screenshot())
  expect(address).toMatch(new RegExp(`^${office.origin}/s/.+`))
  await click(link(page, 'Quay lại phần thiết lập'))
  await click(button(page, 'Đã in xong, tiếp tục'))
  await atStep(page, 'Xong')
  await expect(page.getByText(address)).toBeVisible()
  // The page of the sign-in, of the figures, the hub, four steps, the poster, the last step once more, the end.
  expect(done).toEqual({ clicks: 9, pages: 10 })

  await answerFiveTimes(browser, office, address)
  const year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Asia/Ho_Chi_Minh' })
  const query = `unit=office&survey=kiosk-1&from=${year.format()}-01-01&to=${year.format()}-12-31`
  const answer = await page.request.get(`/api/v1/rates?${query}&by=desk`)
  expect(((await answer.json()) as { rows: unknown[] }).rows).toMatchObject([
    { label: desk, n: 5, k: 5, levels: [0, 0, 0, 0, 5] },
  ])
  await page.goto('/dashboard')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(link(page, 'Bắt đầu thiết lập')).toHaveCount(0)
})

test('every step can be passed over, and done later', async ({ page }) => {
  await openAs(page, '/dashboard/setup')
  await link(page, 'Bắt đầu').click()
  for (const title of [
    'Đặt tên đơn vị',
    'Đặt tên quầy',
    'Chọn phiếu khảo sát',
    'In mã QR hoặc đặt máy tính bảng',
  ]) {
    await atStep(page, title)
    await button(page, 'Bỏ qua bước này').click()
  }
  await atStep(page, 'Xong')
  const steps = page.getByRole('list', { name: 'Thiết lập ban đầu' })
  await expect(steps.getByText('Đã bỏ qua')).toHaveCount(4)
  await steps.getByRole('link', { name: 'Đặt tên đơn vị' }).click()
  await expect(page.getByLabel('Tên đơn vị')).toHaveValue('Bộ phận một cửa')
  await page.getByLabel('Tên đơn vị').fill(name)
  await button(page, 'Lưu và tiếp tục').click()
  await atStep(page, 'Đặt tên quầy')
  await expect(steps.getByText('Đã bỏ qua')).toHaveCount(3)
  await expect(steps.getByText('Đã xong')).toHaveCount(1)
  await page.goto('/dashboard/setup')
  await expect(link(page, 'Xem lại các bước thiết lập ban đầu')).toBeVisible()
})

test('the guide is put away at once, and nothing is done by looking at its end', async ({
  page,
}) => {
  await openAs(page, '/dashboard/setup/ready')
  await atStep(page, 'Còn việc chưa làm')
  await page.goto('/dashboard/setup')
  await button(page, 'Ẩn hướng dẫn này').click()
  await expect(link(page, 'Bắt đầu')).toHaveCount(0)
  await page.goto('/dashboard')
  await expect(link(page, 'Bắt đầu thiết lập')).toHaveCount(0)
})
