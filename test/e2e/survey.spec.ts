import { expect } from '@playwright/test'
import { arrivals, storedAt, test } from '../helpers/browser'
import { SurveyPage } from '../helpers/survey-page'

const overall = /Ông\/Bà có hài lòng với việc phục vụ/

test.describe('the form of one tap', () => {
  test('is filled with the mouse and stored once', async ({ app, page }) => {
    const before = (await storedAt(app, 'kiosk-1')).length
    const survey = await new SurveyPage(page, 'kiosk-1').open()
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
    await survey.choose(overall, 'Hài lòng')
    await survey.choose('Điều gì làm Ông/Bà hài lòng?', 'Thời gian chờ')
    await survey.choose('Điều gì làm Ông/Bà hài lòng?', 'Khác')
    await page.getByRole('textbox').fill('  Rất nhanh  ')
    await survey.send()
    await survey.expectThanks()
    await expect(page).toHaveTitle('Cảm ơn Ông/Bà · Hài Lòng')
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    const [stored] = await arrivals(app, 'kiosk-1', before, 1)
    expect(stored?.answers).toEqual({
      overall: 4,
      reasons: ['wait', 'other'],
      comment: 'Rất nhanh',
    })
    expect(stored?.locale).toBe('vi')
    expect(stored?.answeredAt).toBeGreaterThanOrEqual(stored?.startedAt ?? Number.NaN)
  })

  test('asks for reasons in words that fit the level, with the same options', async ({ page }) => {
    const survey = await new SurveyPage(page, 'kiosk-1').open()
    const reasons = page.getByRole('group').nth(1)
    const options = await reasons.getByRole('checkbox').count()
    const headings = [
      ['Rất hài lòng', 'Điều gì làm Ông/Bà hài lòng?'],
      ['Bình thường', 'Điều gì cần làm tốt hơn?'],
      ['Rất không hài lòng', 'Điều gì làm Ông/Bà không hài lòng?'],
    ] as const
    for (const [level, heading] of headings) {
      await survey.choose(overall, level)
      await expect(reasons.locator('legend')).toHaveText(heading)
      await expect(reasons.getByRole('checkbox')).toHaveCount(options)
    }
  })

  test('is filled by keyboard alone', async ({ app, page }) => {
    const before = (await storedAt(app, 'kiosk-1')).length
    const survey = await new SurveyPage(page, 'kiosk-1').open()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Tới nội dung chính' })).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('radio').first()).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    for (let i = 0; i < 12; i++) await page.keyboard.press('Tab')
    await page.keyboard.type('Chờ lâu')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await survey.expectThanks()
    const [stored] = await arrivals(app, 'kiosk-1', before, 1)
    expect(stored?.answers).toEqual({ overall: 3, reasons: ['wait'], comment: 'Chờ lâu' })
  })

  test('sends on Enter in a choice and does not switch the language', async ({ page }) => {
    const survey = await new SurveyPage(page, 'kiosk-1').open()
    await survey.choose(overall, 'Hài lòng')
    await page.keyboard.press('Enter')
    await survey.expectThanks()
  })
})

test('keeps what was tapped before its scripts came', async ({ app, page }) => {
  const before = (await storedAt(app, 'kiosk-1')).length
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held
    await route.continue()
  })
  const survey = new SurveyPage(page, 'kiosk-1')
  await page.goto('/s/kiosk-1', { waitUntil: 'commit' })
  await survey.choose(overall, 'Hài lòng')
  await page.getByRole('checkbox', { name: 'Khác' }).check()
  await page.getByRole('textbox').fill('Sớm')
  release()
  await expect(page.getByText('Đã chọn 1/3')).toBeVisible()
  await survey.send()
  await survey.expectThanks()
  const [stored] = await arrivals(app, 'kiosk-1', before, 1)
  expect(stored?.answers).toEqual({ overall: 4, reasons: ['other'], comment: 'Sớm' })
})

test.describe('problems', () => {
  test('are listed, focused and linked to their questions', async ({ page }) => {
    const survey = await new SurveyPage(page, 'kiosk-1').open()
    for (const reason of ['Thời gian chờ', 'Phí, lệ phí', 'Khác', 'Kết quả nhận được']) {
      await page.getByRole('checkbox', { name: reason }).check()
    }
    await page.getByRole('textbox').fill('x'.repeat(501))
    await expect(page.getByText('Dài quá 1 ký tự')).toBeVisible()
    await survey.send()
    await expect(survey.errorSummary()).toBeFocused()
    await expect(page).toHaveTitle(/^Lỗi: /)
    await expect(survey.errorSummary().getByRole('link')).toHaveText([
      /: Xin Ông\/Bà chọn một câu trả lời/,
      /: Xin chỉ chọn tối đa 3 ý/,
      /: Xin viết ngắn lại, tối đa 500 ký tự/,
    ])
    await survey.errorSummary().getByRole('link').first().click()
    await expect(page.getByRole('radio').first()).toBeFocused()
    await expect(survey.question(overall)).toContainText('Xin Ông/Bà chọn một câu trả lời')
    await expect(page.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true')
  })

  test('of one reason too many are told at once, and as long as it lasts', async ({ page }) => {
    const survey = await new SurveyPage(page, 'kiosk-1').open()
    const told = survey.question(/Điều gì/).getByRole('status')
    await expect(told).toHaveText('Chọn tối đa 3 ý.')
    const reason = (name: string) => page.getByRole('checkbox', { name })
    for (const name of ['Thời gian chờ', 'Phí, lệ phí', 'Khác']) await reason(name).check()
    await expect(told).toHaveText('Đã chọn 3/3')
    await reason('Kết quả nhận được').check()
    await expect(told).toHaveText('Xin chỉ chọn tối đa 3 ý')
    await expect(told).toBeInViewport({ ratio: 1 })
    await reason('Khác').uncheck()
    await expect(told).toHaveText('Đã chọn 3/3')
  })

  test('leave when they are mended', async ({ app, page }) => {
    const before = (await storedAt(app, 'desk-8')).length
    const survey = await new SurveyPage(page, 'desk-8').open()
    await survey.send()
    await expect(survey.errorSummary()).toBeVisible()
    await survey.choose(/Nói chung/, 'Bình thường')
    await survey.choose('Việc tiếp nhận, trả lời góp ý, phản ánh', 'Chưa góp ý lần nào')
    await survey.choose('Hôm nay Ông/Bà đến để làm gì?', 'Nhận kết quả')
    await survey.send()
    await survey.expectThanks()
    const [stored] = await arrivals(app, 'desk-8', before, 1)
    expect(stored?.answers).toEqual({ q1: 'collect', q7: 'na', q8: 3 })
  })
})

test.describe('the long form', () => {
  test('shows a question only to those it is asked of', async ({ app, page }) => {
    const before = (await storedAt(app, 'sipas-22')).length
    const survey = await new SurveyPage(page, 'sipas-22').open()
    const result = survey.question('Kết quả nhận được đúng quy định')
    const heading = page.getByRole('heading', { name: 'Kết quả dịch vụ' })
    await expect(result).toHaveCount(0)
    await expect(heading).toHaveCount(0)
    await survey.choose('Ông/Bà đã nhận kết quả hồ sơ chưa?', 'Đã nhận')
    await expect(heading).toBeVisible()
    await survey.choose('Kết quả nhận được đúng quy định', 'Không hài lòng')
    await survey.choose('Ông/Bà đã nhận kết quả hồ sơ chưa?', 'Chưa nhận')
    await expect(result).toHaveCount(0)
    await survey.choose('Ông/Bà đã nhận kết quả hồ sơ chưa?', 'Đã nhận')
    await expect(result.getByLabel('Không hài lòng', { exact: true })).toBeChecked()
    await survey.choose('Ông/Bà đã nhận kết quả hồ sơ chưa?', 'Bị từ chối')
    await survey.choose('Đánh giá chung về sự phục vụ', 'Hài lòng')
    await survey.send()
    await survey.expectThanks()
    const [stored] = await arrivals(app, 'sipas-22', before, 1)
    expect(stored?.answers).toEqual({ s1: 'refused', overall: 4 })
  })

  test('takes every question', async ({ app, page }) => {
    const before = (await storedAt(app, 'sipas-22')).length
    const survey = await new SurveyPage(page, 'sipas-22').open()
    await survey.choose('Ông/Bà đã nhận kết quả hồ sơ chưa?', 'Đã nhận')
    const others = (await page.getByRole('group').all()).slice(1)
    for (const group of others) await group.locator('input').nth(1).check()
    await survey.send()
    await survey.expectThanks()
    const [stored] = await arrivals(app, 'sipas-22', before, 1)
    expect(Object.keys(stored?.answers ?? {})).toHaveLength(36)
    expect(stored?.answers).toMatchObject({ s1: 'received', c22: 4, overall: 4, e3: 'yes' })
    await expect(page.locator('body')).not.toContainText('điểm 766')
  })
})

test.describe('languages', () => {
  test('switch at once and keep the answers', async ({ app, page }) => {
    const before = (await storedAt(app, 'kiosk-1')).length
    const survey = await new SurveyPage(page, 'kiosk-1').open('?lang=vi')
    await survey.choose(overall, 'Hài lòng')
    await page.getByRole('textbox').fill('Tốt')
    await survey.speak('English')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.getByLabel('Satisfied', { exact: true })).toBeChecked()
    await survey.speak('ភាសាខ្មែរ')
    await expect(page.getByText('សេចក្តីបកប្រែព្រាង', { exact: true })).toBeVisible()
    await expect(page.getByLabel('ពេញចិត្ត', { exact: true })).toBeChecked()
    await expect(page.getByRole('textbox')).toHaveValue('Tốt')
    await expect(page).toHaveTitle('ការវាយតម្លៃដោយចុចមួយ · Hài Lòng')
    await survey.send()
    await survey.expectThanks('បានផ្ញើហើយ')
    const [stored] = await arrivals(app, 'kiosk-1', before, 1)
    expect(stored).toMatchObject({ locale: 'km', answers: { overall: 4, comment: 'Tốt' } })
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('lang', 'km')
  })

  test('fall back to Vietnamese questions, marked as such', async ({ app, page }) => {
    const before = (await storedAt(app, 'desk-8')).length
    const survey = await new SurveyPage(page, 'desk-8').open('?lang=km')
    await expect(page.getByText('ការស្ទង់មតិនេះមិនទាន់មានជាភាសាខ្មែរទេ')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'vi')
    await survey.choose(/Nói chung/, 'Hài lòng')
    await survey.send()
    await survey.expectThanks('បានផ្ញើហើយ')
    expect((await arrivals(app, 'desk-8', before, 1))[0]?.locale).toBe('vi')
  })
})
