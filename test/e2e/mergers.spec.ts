import { expect, type Page } from '@playwright/test'
import { makeResponseId } from '@/lib/response-id'
import { openAs, test } from '../helpers/staff'
import { addLink, addUnit, units } from '../helpers/unit-pages'

test.use({ allowedErrors: ['status of 410'] })

/** A local day, so many days from today. */
const day = (shift: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(
    Date.now() + shift * 86_400_000,
  )

/** Answers the form behind a link as a phone does; answers the status. */
async function answer(page: Page, door: string): Promise<number> {
  const now = Date.now()
  const sent = await page.request.post('/api/v1/responses', {
    data: {
      id: makeResponseId(now),
      surveyVersionId: 'kiosk-1@1',
      door,
      answers: { overall: 5 },
      locale: 'vi',
      startedAt: now - 30_000,
      answeredAt: now,
      sentAt: now,
    },
  })
  return sent.status()
}

async function figures(page: Page, unit: string) {
  const year = day(0).slice(0, 4)
  const query = { survey: 'kiosk-1', unit, from: `${year}-01-01`, to: `${year}-12-31` }
  const rates = await page.request.get(`/api/v1/rates?${new URLSearchParams(query)}`)
  return ((await rates.json()) as { total: object }).total
}

async function merge(page: Page, unit: string, successor: string, lastDay: string) {
  await page.goto(`${units}/${unit}/edit`)
  await page.getByLabel('Đơn vị tiếp nhận').selectOption(successor)
  await page.getByLabel('Ngày hoạt động cuối cùng').fill(lastDay)
  await page.getByRole('button', { name: 'Ghi nhận sáp nhập' }).click()
  await expect(page.getByText('Đã ghi nhận sáp nhập.')).toBeVisible()
}

test('a unit that merges keeps its figures and its page, and its link closes with the last day', async ({
  page,
}) => {
  await openAs(page, units)
  const successor = await addUnit(page, 'Xã Hợp Nhất')
  const unit = await addUnit(page, 'Xã Sắp Nhập')
  const door = await addLink(page, unit)
  for (let n = 0; n < 5; n++) expect(await answer(page, door)).toBe(201)
  await expect.poll(() => figures(page, unit)).toMatchObject({ n: 5, k: 5 })

  // On its last day people are still served there.
  await merge(page, unit, successor, day(0))
  await page.goto(`${units}/${unit}`)
  await expect(page.getByText(/đến hết .* · nay là Xã Hợp Nhất/)).toBeVisible()
  await expect(page.locator(`#link-${door}`)).toContainText('Đóng sau ngày')
  expect((await page.request.get(`/s/${door}`)).status()).toBe(200)

  await page.goto(`${units}/${unit}/edit`)
  await page.getByRole('button', { name: 'Hủy ghi nhận' }).click()
  await expect(page.getByText('Đã hủy ghi nhận sáp nhập.')).toBeVisible()
  await page.goto(`${units}/${unit}`)
  await expect(page.locator(`#link-${door}`)).toContainText('Đang mở')

  await merge(page, unit, successor, day(-1))
  await page.goto(`${units}/${unit}`)
  await expect(page.locator(`#link-${door}`)).toContainText('Đã đóng')
  await expect.poll(async () => (await page.request.get(`/s/${door}`)).status()).toBe(410)
  await page.goto(`/s/${door}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('đóng')
  expect(await answer(page, door)).toBe(410)

  expect(await figures(page, unit)).toMatchObject({ n: 5, k: 5 })
  expect(await figures(page, successor)).toMatchObject({ status: 'none', n: 0 })
  await page.goto(`/dashboard?unit=${unit}&survey=kiosk-1&year=${day(0).slice(0, 4)}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xã Sắp Nhập')
})
