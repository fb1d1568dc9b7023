import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { scrollsSideways, violations } from '../helpers/accessibility'
import { partsOf } from '../helpers/files'
import { openAs, test } from '../helpers/staff'

const filter = 'unit=opg&survey=kiosk-1&from=2025-06-01&to=2026-06-30'

test('the printed report is one A4 page that says what the overview says', async ({ page }) => {
  await openAs(page, `/dashboard?${filter}`)
  const [rate] = await page.getByText(/^\d\d,\d\d%$/).allTextContents()
  await page.getByRole('link', { name: 'Báo cáo in, tải về' }).click()
  await expect(page).toHaveURL(/\/dashboard\/report\?/)
  const paragraph = page.locator('#report-paragraph')
  await expect(paragraph).toContainText('từ ngày 01/06/2025 đến ngày 30/06/2026')
  await expect(paragraph).toContainText(`đạt ${rate}`)
  await page.getByRole('button', { name: 'Chép đoạn văn' }).click()
  await expect(page.getByRole('status')).toHaveText(/^(Đã chép|Đoạn văn đã được chọn)/)
  expect(await violations(page)).toEqual([])
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('link', { name: 'Về trang kết quả' })).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Tải về' })).toBeHidden()
})

test('the printed overview has the figures of its chart, and nothing to press', async ({
  page,
}) => {
  await openAs(page, `/dashboard?${filter}`)
  const months = page.getByRole('region', { name: 'Theo tháng', exact: true })
  await expect(months).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(months).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
})

test('in Khmer the paper stays Vietnamese, and everything fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await openAs(page, `/dashboard/report?${filter}&lang=km`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'km')
  await expect(page.locator('article')).toHaveAttribute('lang', 'vi')
  expect(await violations(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
})

test('files are had with a click by those who may, and offered to nobody else', async ({
  page,
  office,
  browser,
}) => {
  await openAs(page, `/dashboard/report?${filter}`)
  const starting = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Báo cáo Word (.docx)' }).click()
  const download = await starting
  expect(download.suggestedFilename()).toContain('opg_kiosk-1_2025-06-01_2026-06-30.docx')
  const parts = partsOf(readFileSync(await download.path()))
  expect(parts['word/document.xml']?.includes('Văn phòng lớn')).toBe(true)

  const context = await browser.newContext({ baseURL: office.origin })
  const other = await context.newPage()
  await openAs(other, '/dashboard/report?unit=nho&survey=kiosk-1&year=2018', office.viewer)
  await expect(other.locator('article')).toContainText('XÃ NHỎ')
  await expect(other.getByRole('link', { name: /Excel/ })).toHaveCount(0)
  const refused = await other.request.get(`/dashboard/export/figures.xlsx?unit=nho&year=2018`)
  expect(refused.status()).toBe(404)
  await context.close()
})
