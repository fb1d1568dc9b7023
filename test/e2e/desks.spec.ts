import { expect } from '@playwright/test'
import { pressUntil } from '../helpers/keyboard'
import { openAs, test } from '../helpers/staff'
import { addUnit, units } from '../helpers/unit-pages'

test('a field is added, given to a desk and found there, by keys alone', async ({ page }) => {
  const { keyboard } = page
  await openAs(page, '/dashboard/fields')
  const field = `Chăn nuôi ${process.pid}`
  await pressUntil(page, page.getByLabel('Tên lĩnh vực'))
  await keyboard.type(field)
  await pressUntil(page, page.getByLabel('Thuộc nhóm'))
  await keyboard.type('Nông nghiệp')
  await pressUntil(page, page.getByRole('button', { name: 'Thêm lĩnh vực' }))
  await keyboard.press('Enter')
  await expect(page.getByText('Đã thêm lĩnh vực.')).toBeVisible()

  await page.goto(`${units}/office`)
  await pressUntil(page, page.getByRole('link', { name: 'Sửa quầy 1: Quầy số 1' }))
  await keyboard.press('Enter')
  const box = page.getByRole('checkbox', { name: field })
  await pressUntil(page, box)
  await keyboard.press('Space')
  await expect(box).toBeChecked()
  await pressUntil(page, page.getByRole('button', { name: 'Lưu' }))
  await keyboard.press('Enter')
  await expect(page.getByText('Đã lưu thông tin quầy.')).toBeVisible()
  await page.goto(`${units}/office`)
  await expect(page.locator('#desks')).toContainText(`Lĩnh vực: ${field}`)
})

test('of more than fifty desks the first are shown by number, and the others are found', async ({
  page,
  office,
}) => {
  await openAs(page, units)
  const unit = await addUnit(page, 'Trung tâm hành chính công')
  for (let n = 1; n <= 51; n++) {
    const form = { code: String(n), label: n === 51 ? 'Trả kết quả' : `Quầy ${n}` }
    const headers = { origin: office.origin }
    const added = await page.request.post(`${units}/${unit}/desk`, { form, headers })
    expect(added.url()).toContain('done=desk')
  }
  await page.goto(`${units}/${unit}`)
  const desks = page.locator('#desks')
  await expect(desks.getByRole('status')).toContainText('Đang hiện 50 trong 51 quầy.')
  await expect(desks.getByRole('listitem').nth(9)).toContainText('Quầy 10')
  await desks.getByLabel('Tìm quầy').fill('tra ket qua')
  await page.keyboard.press('Enter')
  await expect(desks.getByRole('listitem')).toHaveCount(1)
  await expect(desks.getByRole('listitem')).toContainText('Trả kết quả')
  await desks.getByLabel('Tìm quầy').fill('không có')
  await page.keyboard.press('Enter')
  await expect(desks.getByRole('status')).toContainText('Không có quầy nào khớp')
  await desks.getByRole('link', { name: 'Xem tất cả' }).click()
  await expect(desks.getByRole('listitem')).toHaveCount(50)
})
