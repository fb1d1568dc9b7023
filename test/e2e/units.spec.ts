import { expect, type Page } from '@playwright/test'
import { readQrCodes } from '../helpers/qr-reader'
import { openAs, test } from '../helpers/staff'

const units = '/dashboard/units'
let number = 0

/** A unit of its own for each test: those of a worker share an office. */
async function addUnit(page: Page, name: string): Promise<string> {
  const code = `moi-${process.pid}-${++number}`
  await page.goto(`${units}?parent=office#add`)
  await page.getByLabel('Mã đơn vị').fill(code)
  await page.getByLabel('Tên đơn vị').fill(name)
  await page.getByRole('button', { name: 'Thêm đơn vị' }).click()
  await expect(page.getByText('Đã thêm đơn vị.')).toBeVisible()
  return code
}

/** A QR code for the whole unit; answers its code. */
async function addLink(page: Page, unit: string): Promise<string> {
  await page.goto(`${units}/${unit}`)
  await page.getByLabel('Phiếu khảo sát').selectOption('kiosk-1')
  await page.getByRole('button', { name: 'Tạo', exact: true }).click()
  await expect(page.getByText('Đã tạo.')).toBeVisible()
  return /#link-(.+)$/.exec(page.url())?.[1] ?? ''
}

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
  await page.getByLabel('Nơi đặt').selectOption('1')
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
  const answer = await page.request.get(address)
  expect(answer.status()).toBe(200)
})
