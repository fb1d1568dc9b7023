import { expect } from '@playwright/test'
import { readQrCodes } from '../helpers/qr-reader'
import { openAs, test } from '../helpers/staff'
import { addLink, addUnit, units } from '../helpers/unit-pages'

test('a unit, a desk and its QR code are made, and a phone reads the poster in every way it is shown', async ({
  page,
  office,
}) => {
  await openAs(page, units)
  const unit = await addUnit(page, 'Phường Hòa Thạnh · សង្កាត់ អូរ')
  await page.getByLabel('Mã quầy').fill('1')
  await page.getByLabel('Tên quầy').fill('Quầy Đất đai')
  await page.getByRole('button', { name: 'Thêm quầy' }).click()
  await expect(page.getByText('Đã thêm quầy.')).toBeVisible()
  const code = await addLink(page, unit)
  await page.getByRole('link', { name: `In mã QR của ${code}` }).click()
  const poster = page.getByRole('article')
  await expect(poster).toContainText('Phường Hòa Thạnh · សង្កាត់ អូរ')
  const address = `${office.origin}/s/${code}`
  const looks = [
    { width: 360, media: 'screen', colorScheme: 'light' },
    { width: 1280, media: 'screen', colorScheme: 'dark' },
    // A4 at 96 dots an inch, and as small as a phone's picture of it from across a room.
    { width: 794, media: 'print', colorScheme: 'light' },
    { width: 300, media: 'print', colorScheme: 'dark' },
  ] as const
  for (const { width, ...look } of looks) {
    await page.setViewportSize({ width, height: Math.round(width * Math.SQRT2) })
    await page.emulateMedia(look)
    const picture = await poster.screenshot({ type: 'jpeg', quality: 60 })
    expect(await readQrCodes(picture), `${width} ${look.media}`).toEqual([address])
  }
  // One sheet with titles as long as those of official forms, too, and still read.
  await page
    .getByRole('article')
    .getByRole('heading')
    .first()
    .evaluate((title) => {
      title.textContent = `Phiếu khảo sát mức độ hài lòng của tổ chức, cá nhân
      đối với việc giải quyết thủ tục hành chính và cung ứng dịch vụ công`
    })
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
  const answer = await page.request.get(address)
  expect(answer.status()).toBe(200)
})
