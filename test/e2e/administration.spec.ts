import { expect } from '@playwright/test'
import { scrollsSideways, violations } from '../helpers/accessibility'
import { pressUntil } from '../helpers/keyboard'
import { openAs, test } from '../helpers/staff'

const surveys = '/dashboard/surveys'
const pages = [
  '/dashboard/setup',
  '/dashboard/health',
  '/dashboard/audit',
  '/dashboard/audit?from=2026-13-01',
  surveys,
  `${surveys}/desk-8`,
  `${surveys}/desk-8/preview?version=1&as=link`,
  `${surveys}/kiosk-1/preview?version=1&as=kiosk`,
  `${surveys}/sipas-22/preview?version=1&as=paper`,
]

for (const language of ['vi', 'km'] as const) {
  test(`the administrator's log and surveys in ${language} are accessible`, async ({ page }) => {
    await openAs(page, `/dashboard/audit?lang=${language}`)
    for (const path of pages) {
      await page.setViewportSize({ width: 320, height: 640 })
      await page.goto(path)
      expect(await violations(page, { colours: language === 'vi' }), path).toEqual([])
      expect(await scrollsSideways(page), path).toBe(false)
    }
  })
}

test('a survey is tried and nothing of it is stored, then closed and opened again', async ({
  page,
  office,
}) => {
  await openAs(page, `${surveys}/kiosk-1/preview?version=1&as=kiosk`)
  await page.getByRole('button', { name: 'Rất hài lòng' }).click()
  await page
    .getByRole('button', { name: /^(Bỏ qua|Gửi|Xong|Không)/ })
    .last()
    .click()
  await page.goto(`${surveys}/kiosk-1`)
  await page.getByRole('button', { name: 'Đóng phiếu' }).click()
  await expect(page.getByText('Đã đóng phiếu.')).toBeVisible()
  await expect
    .poll(async () => (await fetch(`${office.origin}/api/v1/surveys/kiosk-1`)).status)
    .toBe(410)
  await page.getByRole('button', { name: 'Mở lại phiếu' }).click()
  await expect(page.getByText('Đã mở lại phiếu.')).toBeVisible()
  await expect
    .poll(async () => (await fetch(`${office.origin}/api/v1/surveys/kiosk-1`)).status)
    .toBe(200)
  await page.goto('/dashboard/audit?action=survey-closed')
  await expect(page.getByRole('list', { name: 'Danh sách việc đã làm' })).toContainText(
    'Đóng phiếu khảo sát',
  )
})

test('on a phone, keys alone lead to a page of the administration and on to the next', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await openAs(page, '/dashboard')
  const menu = page.getByRole('button', { name: 'Menu' })
  const open = async (name: string) => {
    await menu.focus()
    await page.keyboard.press('Enter')
    await pressUntil(page, page.getByRole('link', { name, exact: true }))
    await page.keyboard.press('Enter')
  }
  await open('Quản trị')
  await expect(page.getByRole('heading', { level: 1, name: 'Quản trị' })).toBeVisible()
  await pressUntil(page, page.getByRole('main').getByRole('link', { name: 'Đơn vị', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/units$/)
  await open('Nhật ký')
  await expect(page).toHaveURL(/audit$/)
  await menu.click()
  const part = page.getByRole('navigation', { name: 'Quản trị' })
  await expect(part.getByRole('link', { name: 'Nhật ký' })).toHaveAttribute('aria-current', 'page')
  await expect(page.getByRole('link', { name: 'Quản trị' })).toHaveAttribute('aria-current', 'true')
})
