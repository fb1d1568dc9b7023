import { expect, type Page } from '@playwright/test'
import { scrollsSideways, violations } from '../helpers/accessibility'
import { openAs, test } from '../helpers/staff'

const path = '/dashboard/dossiers'
const quarter = `${path}/entry?unit=office&period=quarter-1&year=2026`

const cell = (page: Page, part: string, field = '*') => page.locator(`[name="n.${part}.${field}"]`)

async function check(page: Page) {
  expect(await violations(page)).toEqual([])
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await scrollsSideways(page)).toBe(false)
  if (size) await page.setViewportSize(size)
}

test('a clerk enters a table, mends what is wrong, corrects it and imports a file', async ({
  page,
  office,
}) => {
  await openAs(page, path, office.clerk)
  await check(page)

  await page.goto(quarter)
  await cell(page, 'received').fill('1.240')
  await cell(page, 'resolved').fill('1200')
  await cell(page, 'inProgress').fill('50')
  await page.getByRole('button', { name: 'Lưu bảng' }).click()
  await expect(page.locator('#error-summary')).toContainText('1.240')
  await expect(page.locator('#error-summary')).toContainText('1.250')
  await expect(cell(page, 'received')).toHaveValue('1.240')
  await check(page)
  await cell(page, 'inProgress').fill('40')
  await page.getByRole('button', { name: 'Lưu bảng' }).click()
  await expect(page.getByRole('status')).toHaveText('Đã lưu bảng số liệu.')

  await page.goto(`${path}?unit=office&year=2026`)
  await page.getByRole('link', { name: /01\/01\/2026/ }).click()
  await expect(page.getByLabel('Kỳ', { exact: true })).toHaveValue('quarter-1')
  await page.goto(quarter)
  await cell(page, 'received').fill('1241')
  await cell(page, 'resolved').fill('1201')
  await page.getByRole('button', { name: 'Lưu phần đã sửa' }).click()
  await expect(page.locator('#error-summary')).toBeVisible()
  await expect(cell(page, 'received')).toHaveValue('1241')
  await page.getByLabel('Lý do sửa số đã nhập').fill('gõ nhầm một hồ sơ')
  await page.getByRole('button', { name: 'Lưu phần đã sửa' }).click()
  await expect(page.getByRole('status')).toHaveText('Đã lưu bảng số liệu.')
  await page.getByText('Số đã sửa hoặc đã rút: 1').click()
  await expect(page.getByText('gõ nhầm một hồ sơ')).toBeVisible()

  await importFile(page)
  await page.goto(`${quarter}&lang=km`)
  await check(page)
  await page.goto(`${path}?year=2026`)
  await check(page)
})

async function importFile(page: Page) {
  const file = (text: string) => ({
    name: 'bieu-06.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  })
  const send = async (text: string) => {
    await page.getByLabel(/^Tệp .xlsx/).setInputFiles(file(text))
    await page.getByRole('button', { name: 'Đọc tệp' }).click()
  }
  await page.goto(`${path}/import`)
  await page.getByLabel('Kỳ', { exact: true }).selectOption('quarter-2')
  await page.getByLabel('Năm', { exact: true }).selectOption('2026')
  await send('x'.repeat(5 * 1024 * 1024))
  await expect(page.locator('#error-summary')).toContainText('lớn hơn 2 MB')
  await expect(page.getByLabel('Kỳ', { exact: true })).toHaveValue('quarter-2')
  await send('Lĩnh vực;Tiếp nhận;Đã giải quyết\nHộ tịch;9;10')
  await expect(page.getByText('Dòng 2:')).toBeVisible()
  await expect(page.getByLabel('Kỳ', { exact: true })).toHaveValue('quarter-2')
  await check(page)
  await send('Lĩnh vực;Tiếp nhận;Đã giải quyết\nHộ tịch;10;9')
  await expect(page.getByRole('heading', { name: 'Xem trước: bieu-06.csv' })).toBeVisible()
  await check(page)
  await page.getByRole('button', { name: 'Lưu tất cả' }).click()
  await expect(page.getByRole('status')).toHaveText('Đã lưu toàn bộ số liệu trong tệp.')
}

test('a table that is wider than its place shows at its edge that more goes on, and is moved by keyboard', async ({
  page,
  office,
}) => {
  await openAs(page, quarter, office.clerk)
  const region = page.getByRole('region', { name: 'Bảng hồ sơ theo lĩnh vực' })
  const edge = () =>
    region.evaluate((one) =>
      Number(getComputedStyle(one.parentElement as Element, '::after').opacity),
    )
  await page.setViewportSize({ width: 1280, height: 800 })
  await expect.poll(edge).toBe(0)
  await page.setViewportSize({ width: 360, height: 740 })
  await expect.poll(edge).toBe(1)
  await region.focus()
  for (let press = 0; press < 30; press++) await page.keyboard.press('ArrowRight')
  await expect.poll(edge).toBe(0)
})
