import { expect, type Page } from '@playwright/test'
import type { Figures } from '@/domain/figure'
import { formatCount, formatFraction, formatInterval, formatRate } from '@/domain/number-format'
import { counts, openAs, test } from '../helpers/staff'

/** The figures as a reader sees them: rows of cells under a heading. */
async function tableUnder(page: Page, title: string): Promise<string[][]> {
  const rows = page.getByRole('region', { name: title, exact: true }).locator('tbody tr')
  // A page that was just opened may not have come as far as its table.
  await rows.first().waitFor({ state: 'attached' })
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
  )
}

/** In the focused select, then on to the next field. Months of one's own are passed over while hidden. */
async function chooseByArrows(page: Page, value: string): Promise<void> {
  const chosen = page.locator('select:focus')
  await page.keyboard.press('Home')
  for (let moves = 0; (await chosen.inputValue()) !== value; moves++) {
    if (moves > 40) throw new Error(`${value} cannot be reached`)
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Tab')
}

const headline = (page: Page) => page.getByRole('heading', { name: 'Tỷ lệ hài lòng' }).locator('..')

test('the keyboard alone chooses unit, survey and period, and the address is the filter', async ({
  page,
}) => {
  await openAs(page, '/dashboard')
  await page.getByLabel('Đơn vị', { exact: true }).focus()
  await chooseByArrows(page, 'opg')
  await chooseByArrows(page, 'kiosk-1')
  await chooseByArrows(page, 'quarter-1')
  await chooseByArrows(page, '2024')
  await chooseByArrows(page, 'decree')
  await expect(page.getByRole('button', { name: 'Xem kết quả' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Từ ngày 15/12/2023 đến ngày 14/03/2024')).toBeVisible()
  const address = new URL(page.url())
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    unit: 'opg',
    survey: 'kiosk-1',
    period: 'quarter-1',
    year: '2024',
    calendar: 'decree',
  })
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByText('From 15/12/2023 to 14/03/2024')).toBeVisible()
})

test('the page prints what the interface answers', async ({ page }) => {
  await openAs(page, '/dashboard?unit=opg&survey=kiosk-1&from=2021-03-01&to=2026-06-30')
  const ask = async (by: string): Promise<Figures> => {
    const query = `survey=kiosk-1&unit=opg&from=2021-03-01&to=2026-06-30&by=${by}`
    return (await page.request.get(`/api/v1/rates?${query}`)).json()
  }
  const { total } = await ask('total')
  if (total.status !== 'ok' || total.low === null || total.high === null) throw new Error('hidden')
  expect(total.n).toBe(911_823)
  const words = await headline(page).innerText()
  expect(words).toContain(formatRate(total, 'vi'))
  expect(words).toContain(
    `Có ${formatFraction(total, 'vi')} phiếu đánh giá Hài lòng và Rất hài lòng`,
  )
  expect(words).toContain(formatInterval({ low: total.low, high: total.high }, 'vi'))
  for (const n of total.levels) {
    await expect(
      page.getByRole('cell', { name: formatCount(n, 'vi'), exact: true }),
    ).not.toHaveCount(0)
  }

  const { rows } = await ask('month')
  await page.getByRole('link', { name: 'Theo tháng' }).click()
  await page.waitForURL('**/by/months?*')
  const printed = await tableUnder(page, 'Theo tháng')
  expect(printed).toHaveLength(64)
  for (const [index, row] of rows.entries()) {
    if (row.status !== 'ok') throw new Error(`${row.key} is ${row.status}`)
    const [label, rate, base, , interval] = printed[index] ?? []
    expect(label).toBe(row.label)
    expect(rate).toBe(formatRate(row, 'vi'))
    expect(base).toBe(formatFraction(row, 'vi'))
    expect(interval).toBe(formatInterval({ low: row.low ?? 0, high: row.high ?? 1 }, 'vi'))
  }
  expect(printed[0]?.slice(0, 3)).toEqual(['03/2021', '94,30%', '5.710/6.055'])
  expect(printed[0]?.at(-1)).toBe('91,03')
})

test('Tân Hiệp 2020: every percentage with its own denominator', async ({ page }) => {
  await openAs(page, '/dashboard?unit=tan-hiep&year=2020')
  const table = page.getByRole('region', { name: 'Hồ sơ tiếp nhận và giải quyết' })
  const cells = (row: string) =>
    table.getByRole('row', { name: row }).getByRole('cell').allInnerTexts()
  const plain = async (row: string) => (await cells(row)).map((text) => text.replace(/\s+/g, ' '))
  expect(await plain('Huyện Tân Hiệp (cấp huyện)')).toEqual([
    '11.325',
    '11.264',
    '99,46% (11.264/11.325 tiếp nhận)',
    '100% (11.264/11.264 đã giải quyết)',
    '0,54% (61/11.325 tiếp nhận)',
  ])
  expect(await plain('Các xã, thị trấn')).toContain('100% (24.714/24.714 tiếp nhận)')
  expect((await plain('Tổng cộng'))[0]).toBe('36.039')
  await expect(page.getByText('Chưa có phiếu', { exact: true })).toBeVisible()
})

test('small numbers: 4 are hidden, 5 and 29 are counted, 30 have a rate', async ({ page }) => {
  await openAs(page, '/dashboard')
  const [four, five, twentyNine, thirty] = counts
  const seen = async ({ unit, year }: (typeof counts)[number]) => {
    await page.goto(`/dashboard?unit=${unit}&year=${year}`)
    return headline(page).innerText()
  }
  expect(await seen(four)).toContain('Chưa đủ phiếu')
  expect(await page.content()).not.toMatch(/[34]\/4/)
  expect(await seen(five)).toContain('Số liệu tham khảo')
  expect(await seen(five)).toContain('Có 4/5 phiếu')
  expect(await seen(twentyNine)).toContain('Có 28/29 phiếu')
  await expect(page.locator('svg[role=img]')).toHaveCount(0)
  expect(await headline(page).innerText()).not.toContain('%')
  const rated = await seen(thirty)
  expect(rated).toContain('96,67%')
  expect(rated).toContain('Có 29/30 phiếu')
  await page.goto('/dashboard?unit=nho&year=2019')
  expect(await headline(page).innerText()).toContain('Chưa có phiếu')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the address says unit, period, part and order, and a link away is each of the others', async ({
    page,
  }) => {
    await openAs(page, '/dashboard?unit=lon&period=month-3&year=2024')
    const first = async () => (await tableUnder(page, 'Theo đơn vị'))[0]?.[0]
    await page.getByRole('link', { name: 'Đơn vị, quầy' }).click()
    await expect(page.getByText('Có 150/200 phiếu')).toBeVisible()
    expect(await first()).toBe('Xã Bình')
    await page.getByRole('link', { name: /^Tỷ lệ hài lòng/ }).click()
    const heading = page.getByRole('columnheader', { name: 'Tỷ lệ hài lòng' })
    await expect(heading).toHaveAttribute('aria-sort', 'ascending')
    expect(await first()).toBe('Xã An')
    expect(new URL(page.url()).searchParams.get('sort')).toBe('unit.rate')
    await page.getByRole('link', { name: 'Kỳ trước' }).click()
    await expect(page.getByText('Từ ngày 01/02/2024 đến ngày 29/02/2024')).toBeVisible()
    expect(new URL(page.url()).pathname).toBe('/dashboard/by/units')
  })

  test('a change is only called one where it is conclusive, and is not made up where it cannot be', async ({
    page,
  }) => {
    await openAs(page, '/dashboard?unit=opg&from=2026-05-01&to=2026-05-31')
    const tile = (name: string) => page.locator('dt', { hasText: name }).locator('..')
    await expect(tile('So với kỳ trước')).toContainText('điểm phần trăm')
    await page.goto('/dashboard?unit=lon&period=month-3&year=2024')
    await expect(tile('So với kỳ trước')).toContainText('Không so sánh: kỳ đó chưa có phiếu')
    await page.goto('/dashboard?unit=nho&year=2018')
    await expect(tile('So với kỳ trước')).toContainText('Không so sánh: kỳ đó chưa đủ 30 phiếu')
  })
})

test('an office without answers is told what to do', async ({ page, office }) => {
  await openAs(page, '/dashboard?unit=office&survey=desk-8')
  const link = page.getByRole('link', { name: `${office.origin}/s/desk-8` })
  await expect(link).toHaveAttribute('href', '/s/desk-8')
})

test('where there is no answer in the period, the page leads to where there are some', async ({
  page,
}) => {
  await openAs(page, '/dashboard?unit=opg&year=2019')
  await page.getByRole('link', { name: 'Xem khoảng thời gian này' }).click()
  await expect(page.getByText('Từ ngày 01/03/2021 đến ngày 30/06/2026')).toBeVisible()
})

test.describe('somebody else', () => {
  test.use({ allowedErrors: ['status of 404'] })

  test('sees their own unit, and no other: unknown and foreign are one answer', async ({
    page,
    office,
  }) => {
    await openAs(page, '/dashboard', office.viewer)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xã Nhỏ')
    expect(
      await page.getByLabel('Đơn vị', { exact: true }).locator('option').allInnerTexts(),
    ).toEqual(['Xã Nhỏ'])
    const answers: string[] = []
    for (const unit of ['office', 'opg', 'tan-hiep', 'khong-co']) {
      const response = await page.goto(`/dashboard?unit=${unit}&year=2024`)
      expect(response?.status(), unit).toBe(404)
      answers.push(await page.locator('body').innerText())
      const rates = `/api/v1/rates?survey=kiosk-1&unit=${unit}&from=2024-01-01&to=2024-12-31`
      expect((await page.request.get(rates)).status(), unit).toBe(404)
    }
    expect(new Set(answers).size).toBe(1)
    expect((await page.goto('/dashboard?unit=nho&survey=khong-co'))?.status()).toBe(404)
    expect((await page.goto('/dashboard/by/khong-co?unit=nho'))?.status()).toBe(404)
  })

  test('without the right to figures sees none', async ({ page, office }) => {
    await openAs(page, '/dashboard/dossiers', office.clerk)
    await page.goto('/dashboard')
    await expect(page).toHaveURL(/\/dashboard\/dossiers$/)
    await expect(page.getByRole('link', { name: 'Kết quả khảo sát' })).toHaveCount(0)
    expect((await page.goto('/dashboard?unit=office'))?.status()).toBe(404)
  })
})

test('a period that is none is refused in words and changes nothing', async ({ page }) => {
  await openAs(page, '/dashboard?unit=opg&period=half-year-2&calendar=decree&year=2024')
  await expect(page.locator('#error-summary')).toContainText('Nghị định 09 không có kỳ này')
  await page.goto('/dashboard?unit=opg&from=2024-01-02&to=2024-01-31')
  await expect(page.locator('#error-summary')).toContainText('Kỳ chưa hợp lệ')
  await expect(page.getByLabel('Kỳ', { exact: true })).toHaveAttribute('aria-invalid', 'true')
})
