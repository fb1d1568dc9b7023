import { expect, type Page } from '@playwright/test'
import { arrivals, storedAt, test } from '../helpers/browser'
import { SurveyPage } from '../helpers/survey-page'

// The form as plain HTML: what people with old or careful browsers get.
test.use({ javaScriptEnabled: false, allowedErrors: ['status of 4'] })

const overall = /Ông\/Bà có hài lòng với việc phục vụ/
const thanks = (page: Page) => page.getByRole('heading', { level: 1, name: 'Cảm ơn Ông/Bà' })

test('is sent and stored', async ({ app, page }) => {
  const before = (await storedAt(app, 'kiosk-1')).length
  const survey = await new SurveyPage(page, 'kiosk-1').open()
  await survey.choose(overall, 'Hài lòng')
  await page.getByRole('checkbox', { name: 'Khác' }).check()
  await page.getByRole('textbox').fill('Tốt')
  await survey.send()
  await expect(thanks(page)).toBeVisible()
  await expect(page).toHaveURL(/\/s\/kiosk-1\/thanks$/)
  await page.reload()
  await expect(thanks(page)).toBeVisible()
  const [response] = await arrivals(app, 'kiosk-1', before, 1)
  expect(response).toMatchObject({
    locale: 'vi',
    answers: { overall: 4, reasons: ['other'], comment: 'Tốt' },
  })
  await page.goBack()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(page.getByRole('textbox')).toHaveValue('')
})

test('gives no thanks where nothing was sent, and leads to the form', async ({ page }) => {
  await page.goto('/s/kiosk-1/thanks')
  await expect(
    page.getByRole('heading', { level: 1, name: 'Trang này hiện ra sau khi gửi phiếu' }),
  ).toBeVisible()
  await expect(page.getByText('Đã gửi')).toHaveCount(0)
  await page.getByRole('link', { name: 'Mở phiếu mới' }).click()
  await expect(page).toHaveURL(/\/s\/kiosk-1$/)
})

test('comes back with its problems and with what was typed', async ({ app, page, context }) => {
  const before = (await storedAt(app, 'kiosk-1')).length
  const survey = await new SurveyPage(page, 'kiosk-1').open()
  await page.getByRole('textbox').fill('Tốt & nhanh <3')
  await page.getByRole('checkbox', { name: 'Khác' }).check()
  await survey.send()
  await expect(page).toHaveURL(/\/s\/kiosk-1#error-summary$/)
  await expect(page).toHaveTitle(/^Lỗi: /)
  await expect(survey.errorSummary().getByRole('link')).toHaveText([/chọn một câu trả lời/])
  await expect(page.getByRole('textbox')).toHaveValue('Tốt & nhanh <3')
  await expect(page.getByRole('checkbox', { name: 'Khác' })).toBeChecked()
  const [cookie] = (await context.cookies(`${app.origin}/s/kiosk-1`)).filter(
    ({ name }) => name === 'hl-draft',
  )
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/s/kiosk-1' })
  await survey.choose(overall, 'Bình thường')
  await survey.send()
  await expect(thanks(page)).toBeVisible()
  const [response] = await arrivals(app, 'kiosk-1', before, 1)
  expect(response?.answers).toEqual({ overall: 3, reasons: ['other'], comment: 'Tốt & nhanh <3' })
  expect((await context.cookies(`${app.origin}/s/kiosk-1`)).map(({ name }) => name)).not.toContain(
    'hl-draft',
  )
})

test('can be cleared', async ({ page }) => {
  const survey = await new SurveyPage(page, 'kiosk-1').open()
  await page.getByRole('textbox').fill('Tốt')
  await survey.send()
  await page.getByRole('button', { name: 'Xóa hết và làm lại' }).click()
  await expect(page.getByRole('textbox')).toHaveValue('')
  await expect(survey.errorSummary()).toHaveCount(0)
})

test('changes its language and keeps what was typed', async ({ app, page }) => {
  const before = (await storedAt(app, 'kiosk-1')).length
  const survey = await new SurveyPage(page, 'kiosk-1').open()
  await survey.choose(overall, 'Không hài lòng')
  await page.getByRole('textbox').fill('Chờ lâu')
  await survey.speak('English')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByLabel('Dissatisfied', { exact: true })).toBeChecked()
  await expect(page.getByRole('textbox')).toHaveValue('Chờ lâu')
  await survey.send()
  await expect(page.getByRole('heading', { level: 1, name: 'Thank you' })).toBeVisible()
  const [response] = await arrivals(app, 'kiosk-1', before, 1)
  expect(response).toMatchObject({ locale: 'en', answers: { overall: 2, comment: 'Chờ lâu' } })
})

test('says who should answer a question, and leaves out what was not asked', async ({
  app,
  page,
}) => {
  const before = (await storedAt(app, 'sipas-22')).length
  const survey = await new SurveyPage(page, 'sipas-22').open()
  await expect(survey.question('Kết quả nhận được đúng quy định')).toContainText(
    'Chỉ trả lời câu này nếu ở câu “Ông/Bà đã nhận kết quả hồ sơ chưa?” Ông/Bà đã chọn: Đã nhận.',
  )
  await survey.choose('Kết quả nhận được đúng quy định', 'Hài lòng')
  await survey.choose('Ông/Bà đã nhận kết quả hồ sơ chưa?', 'Chưa nhận')
  await survey.choose('Đánh giá chung về sự phục vụ', 'Hài lòng')
  await survey.send()
  await expect(thanks(page)).toBeVisible()
  const [response] = await arrivals(app, 'sipas-22', before, 1)
  expect(response?.answers).toEqual({ s1: 'not-yet', overall: 4 })
})

test.describe('posted by hand', () => {
  const own = (origin: string) => ({ origin, 'sec-fetch-site': 'same-origin' })
  const id = '01890000-0000-7000-8000-00000000000'
  const form = (more: Record<string, string> = {}) => ({
    id: `${id}1`,
    version: 'kiosk-1@1',
    startedAt: String(Date.UTC(2026, 10, 23)),
    locale: 'vi',
    'answers.overall': '4',
    ...more,
  })

  test('twice is one response, with other answers a conflict', async ({ app, request }) => {
    const before = (await storedAt(app, 'kiosk-1')).length
    const post = (answer: string) =>
      request.post('/s/kiosk-1/send', {
        form: form({ 'answers.overall': answer }),
        headers: own(app.origin),
        maxRedirects: 0,
      })
    expect((await post('4')).status()).toBe(303)
    const again = await post('4')
    expect(again.status()).toBe(303)
    expect(again.headers().location).toBe('/s/kiosk-1/thanks')
    const other = await post('1')
    expect(other.status()).toBe(409)
    expect(await other.text()).toContain('Phiếu này đã được ghi nhận trước đó')
    await arrivals(app, 'kiosk-1', before, 1)
  })

  test('from elsewhere, broken, too long or to nowhere it is refused', async ({ app, request }) => {
    const before = (await storedAt(app, 'kiosk-1')).length
    const post = async (path: string, fields: Record<string, string>, headers = own(app.origin)) =>
      (await request.post(path, { form: fields, headers, maxRedirects: 0 })).status()
    const send = '/s/kiosk-1/send'
    const foreign = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
    expect(await post(send, form({ id: `${id}2` }), foreign)).toBe(403)
    expect(await post(send, form({ id: 'x' }))).toBe(400)
    expect(await post(send, form({ id: `${id}2`, version: 'kiosk-1@9' }))).toBe(400)
    expect(await post(send, form({ id: `${id}2`, 'answers.comment': 'x'.repeat(70_000) }))).toBe(
      413,
    )
    expect(await post('/s/nope/send', form({ id: `${id}2` }))).toBe(404)
    const json = await request.post(send, { data: form(), headers: own(app.origin) })
    expect(json.status()).toBe(400)
    expect(await storedAt(app, 'kiosk-1')).toHaveLength(before)
  })
})
