import { expect } from '@playwright/test'
import { scrollsSideways, violations } from '../helpers/accessibility'
import { idOf } from '../helpers/envelopes'
import { openAs, test } from '../helpers/staff'

const words = 'Chị Nguyễn Thị Ba ở quầy hướng dẫn rất tận tình'

test('a comment is found, dealt with and masked by keyboard alone, in two languages', async ({
  page,
  request,
}) => {
  const now = Date.now()
  for (let i = 0; i < 10; i++) {
    const sent = await request.post('/api/v1/responses', {
      data: {
        id: idOf(`comment ${i}`),
        surveyVersionId: 'kiosk-1@1',
        door: 'kiosk-1',
        answers: { overall: 5, ...(i === 0 ? { comment: words } : {}) },
        locale: 'vi',
        startedAt: now - 9000,
        answeredAt: now - 1000,
        sentAt: now,
      },
    })
    expect(sent.status()).toBe(201)
  }
  await openAs(page, '/dashboard/comments?survey=kiosk-1&q=nguyen')
  await expect(page.getByText(words)).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Xem và xử lý' }).press('Enter')

  await page.getByLabel('Chữ cần che').fill('Nguyễn Thị Ba')
  await page.getByRole('button', { name: 'Che chữ này' }).press('Enter')
  await expect(page.getByRole('status')).toHaveText('Đã che chữ.')
  await expect(page.getByText('Chị [chữ đã che] ở quầy')).toBeVisible()
  await expect(page.getByText(words)).toHaveCount(0)

  await page.getByLabel('Tình trạng').selectOption('done')
  await page.getByRole('button', { name: 'Lưu' }).press('Enter')
  await expect(page.locator('#error-summary')).toContainText('Xin ghi đã làm gì')
  await page.getByLabel('Đã làm gì').fill('Đã biểu dương tại cuộc họp giao ban')
  await page.getByRole('button', { name: 'Lưu' }).press('Enter')
  await expect(page.getByText('Đã biểu dương tại cuộc họp giao ban')).toBeVisible()

  await page.getByRole('button', { name: 'Xem nguyên văn' }).press('Enter')
  await expect(page.getByText(words)).toBeVisible()
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto(`${page.url()}&lang=km`)
  expect(await violations(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  await page.locator('a[href*="#c-"]').press('Enter')
  await expect(page.getByText(words)).toHaveCount(0)
})

test('the period of comments is set by keyboard alone, and shortened only when that is confirmed', async ({
  page,
}) => {
  await openAs(page, '/dashboard/comments')
  await expect(page.getByText('được lưu 24 tháng')).toBeVisible()
  await page.getByRole('link', { name: 'Đổi thời hạn lưu' }).press('Enter')
  const months = page.getByLabel('Số tháng (3–120)')
  await months.fill('36')
  await months.press('Enter')
  await expect(page.getByRole('status')).toHaveText('Đã lưu thời hạn.')
  await expect(page.getByText('được lưu 36 tháng')).toBeVisible()
  await months.fill('12')
  await months.press('Enter')
  await expect(page.getByText('Hiện chưa có ý kiến nào bị xóa lời.')).toBeVisible()
  await expect(page.getByText('được lưu 36 tháng')).toBeVisible()
  await page.getByRole('button', { name: 'Rút ngắn còn 12 tháng' }).press('Enter')
  await expect(page.getByText('được lưu 12 tháng')).toBeVisible()
  for (const [language, words] of [
    ['en', 'deleted after 12 months'],
    ['km', 'ត្រូវលុបក្រោយ 12 ខែ'],
    ['vi', 'được xóa sau 12 tháng'],
  ]) {
    await page.goto(`/s/kiosk-1?lang=${language}`)
    await expect(page.getByText(`${words}`)).toBeVisible()
  }
  await page.goto('/dashboard/audit?action=comment-months-set')
  await expect(page.getByText('Đổi thời hạn lưu nội dung ý kiến').last()).toBeVisible()
})

test('whoever may not read comments has no page of them and no way there', async ({
  page,
  office,
}) => {
  await openAs(page, '/dashboard', office.viewer)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('a[href*="/dashboard/comments"]')).toHaveCount(0)
  const key = '0123456789abcdef'
  for (const path of ['', '?unit=nho', '?unit=office', `/${key}`]) {
    const answer = await page.request.get(`/dashboard/comments${path}`)
    expect(answer.status(), path).toBe(404)
  }
  for (const form of ['mark', 'redact', 'reveal', 'lift']) {
    const answer = await page.request.post(`/dashboard/comments/${key}/${form}`, {
      headers: { origin: office.origin },
      form: { state: 'open', words: 'a', redaction: '1' },
    })
    expect(answer.status(), form).toBe(404)
  }
})
