import { expect, type Page } from '@playwright/test'
import { scrollsSideways, violations } from '../helpers/accessibility'
import { idOf } from '../helpers/envelopes'
import { openAs, test } from '../helpers/staff'

const signs = '/dashboard/signs?unit=office&survey=sipas-22'

/** Fourteen people within two minutes, as if somebody tried the form out. */
async function tapAgainAndAgain(page: Page, survey = 'sipas-22'): Promise<void> {
  const now = Date.now()
  for (let i = 0; i < 14; i++) {
    const at = now - 120_000 + i * 8000
    const answers = { overall: 1 + (i % 5) }
    const body = {
      id: idOf(`${survey} ${i}`),
      surveyVersionId: `${survey}@1`,
      door: survey,
      answers,
    }
    const times = { locale: 'vi', startedAt: at - 60_000, answeredAt: at, sentAt: now }
    const sent = await page.request.post('/api/v1/responses', { data: { ...body, ...times } })
    expect(sent.status()).toBe(201)
  }
}

async function expectAccessible(page: Page): Promise<void> {
  for (const language of ['vi', 'km']) {
    const url = new URL(page.url())
    url.searchParams.set('lang', language)
    await page.setViewportSize({ width: 1280, height: 860 })
    await page.goto(url.href)
    expect(await violations(page, { colours: language === 'vi' }), url.href).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await scrollsSideways(page), url.href).toBe(false)
  }
  const url = new URL(page.url())
  url.searchParams.set('lang', 'vi')
  await page.goto(url.href)
}

test('what stands out is looked at, proposed, and waits while nobody else may decide', async ({
  page,
}) => {
  await tapAgainAndAgain(page)
  await openAs(page, signs)
  await expectAccessible(page)
  const burst = page.getByRole('listitem').filter({ hasText: '14 phiếu từ' })
  await burst.getByRole('link', { name: /^Xem các phiếu/ }).click()
  await expect(page.getByRole('checkbox')).toHaveCount(14)
  await expectAccessible(page)
  await page.getByRole('checkbox').first().uncheck()
  await page.getByLabel('Lý do').fill('Thử phiếu trước khi dùng')
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click()
  await expect(page.getByRole('status')).toContainText('Đã gửi đề nghị')
  await expect(page.getByText('Hiện không có ai quyết định được')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Xác nhận loại phiếu' })).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Rút lại' }).click()
  await expect(page.getByRole('status')).toContainText('Đã rút lại')
  await page.goto('/dashboard/signs/invalidations')
  await expect(page.getByText('Đã rút lại')).toBeVisible()
  await expectAccessible(page)
})

test('of a day without responses it says that there are none', async ({ page }) => {
  await openAs(page, signs)
  await page.getByLabel('Ngày', { exact: true }).fill('2020-02-29')
  await page.getByRole('button', { name: 'Xem phiếu' }).click()
  await expect(page.getByText('Ngày này không có phiếu nào')).toBeVisible()
})

test('the head proposes, with what was typed kept when refused; the administrator confirms and restores', async ({
  page,
  office,
}) => {
  await tapAgainAndAgain(page, 'kiosk-1')
  await openAs(page, '/dashboard/signs?unit=office&survey=kiosk-1', office.head)
  await page
    .getByRole('link', { name: /^Xem các phiếu/ })
    .first()
    .click()
  const boxes = page.getByRole('checkbox')
  // `all` takes what is there already.
  await expect(boxes.first()).toBeVisible()
  for (const box of (await boxes.all()).slice(1)) await box.uncheck()
  await page.getByLabel('Lý do').fill('   ')
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click()
  await expect(page.getByText('Xin ghi lý do.')).toBeVisible()
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1)
  for (const box of (await boxes.all()).slice(1)) await box.check()
  await page.getByLabel('Lý do').fill('Thử phiếu trước khi dùng')
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click()
  await expect(page.getByText('Số người khác có thể quyết định: 1.')).toBeVisible()
  const proposal = new URL(page.url()).pathname
  await page.context().clearCookies()
  await openAs(page, proposal)
  await page.getByRole('button', { name: 'Xác nhận loại phiếu' }).click()
  await expect(page.getByRole('status')).toContainText('Đã loại các phiếu khỏi kết quả')
  await expectAccessible(page)
  await page.getByLabel('Lý do khôi phục').fill('Nhầm ngày')
  await page.getByRole('button', { name: 'Khôi phục' }).click()
  await expect(page.getByRole('status')).toContainText('Đã khôi phục')
})

test('is nobody’s but the head’s and the administrator’s', async ({ page, office }) => {
  await openAs(page, '/dashboard?unit=nho', office.viewer)
  await expect(page.getByRole('link', { name: 'Dấu hiệu' })).toHaveCount(0)
  for (const path of ['', '?unit=nho', '/responses?sign=x', '/invalidations', '/invalidations/1']) {
    const answer = await page.request.get(`/dashboard/signs${path}`)
    expect(answer.status(), path).toBe(404)
  }
})
