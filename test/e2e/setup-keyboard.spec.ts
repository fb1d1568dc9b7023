import { expect } from '@playwright/test'
import { admin } from '../helpers/app'
import { test } from '../helpers/fresh-office'
import { pressUntil } from '../helpers/keyboard'

test.use({ viewport: { width: 360, height: 740 } })

test('the set-up is done by keys alone, down to a tablet that shows what was chosen', async ({
  page,
  office,
}) => {
  const { keyboard } = page
  const press = async (role: 'button' | 'link', name: string, key = 'Enter') => {
    await pressUntil(page, page.getByRole(role, { name, exact: true }).first())
    await keyboard.press(key)
  }
  const write = async (label: string, text: string) => {
    await pressUntil(page, page.getByLabel(label, { exact: true }).first())
    await keyboard.press('ControlOrMeta+A')
    await keyboard.type(text)
  }
  const atStep = (title: string) =>
    expect(page.getByRole('heading', { level: 1 })).toHaveText(title)

  await page.goto('/dashboard')
  await write('Thư điện tử', admin.email)
  await write('Mật khẩu', admin.password)
  await keyboard.press('Enter')
  await press('link', 'Bắt đầu thiết lập')
  await press('link', 'Bắt đầu')
  await atStep('Đặt tên đơn vị')
  await write('Tên đơn vị', 'UBND xã Tân Lập')
  await keyboard.press('Enter')
  await atStep('Đặt tên quầy')
  await write('Tên quầy', 'Quầy Hộ tịch')
  await press('button', 'Lưu và tiếp tục', 'Space')
  await atStep('Chọn phiếu khảo sát')
  await pressUntil(page, page.getByRole('radio', { name: 'Đánh giá một chạm' }))
  await keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'Phiếu lấy ý kiến tại quầy' })).toBeChecked()
  await press('button', 'Dùng phiếu này')

  await atStep('In mã QR hoặc đặt máy tính bảng')
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1)
  await expect(page.getByRole('checkbox', { name: 'Phiếu lấy ý kiến tại quầy' })).toBeChecked()
  await press('button', 'Tạo mã dùng một lần')
  const code = await page.locator('#made-code [translate=no]').first().innerText()
  const enrolled = await fetch(`${office.origin}/api/v1/devices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  expect(enrolled.status).toBe(201)
  const { credential } = (await enrolled.json()) as { credential: string }
  const shown = await fetch(`${office.origin}/api/v1/devices/self`, {
    headers: { authorization: `Device ${credential}` },
  })
  expect(await shown.json()).toMatchObject({
    unit: { name: 'UBND xã Tân Lập' },
    desk: { label: 'Quầy Hộ tịch' },
    surveys: [{ surveyVersionId: 'desk-8@1' }],
  })
  await press('link', 'Xem máy đã đăng ký xong chưa')
  await press('link', 'Tới bước sau')
  await atStep('Xong')
  await press('link', 'Trang kết quả')
  await atStep('UBND xã Tân Lập')
})
