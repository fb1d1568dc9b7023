import { expect, type Page } from '@playwright/test'

export const units = '/dashboard/units'
let number = 0

/** A unit of its own for each test: those of a worker share an office. Answers its code. */
export async function addUnit(page: Page, name: string): Promise<string> {
  const code = `moi-${process.pid}-${++number}`
  await page.goto(`${units}?parent=office#add`)
  await page.getByLabel('Mã đơn vị').fill(code)
  await page.getByLabel('Tên đơn vị').fill(name)
  await page.getByRole('button', { name: 'Thêm đơn vị' }).click()
  await expect(page.getByText('Đã thêm đơn vị.')).toBeVisible()
  return code
}

/** A QR code for the whole unit, or where `desk` says; answers its code. */
export async function addLink(page: Page, unit: string, desk = ''): Promise<string> {
  await page.goto(`${units}/${unit}`)
  await page.getByLabel('Phiếu khảo sát').selectOption('kiosk-1')
  await page.getByLabel('Nơi đặt').selectOption(desk)
  await page.getByRole('button', { name: 'Tạo', exact: true }).click()
  await expect(page.getByText('Đã tạo.')).toBeVisible()
  return /#link-(.+)$/.exec(page.url())?.[1] ?? ''
}
