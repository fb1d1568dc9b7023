import { expect } from '@playwright/test'
import { openAs, test } from '../helpers/staff'

test.use({ allowedErrors: ['status of 404'] })

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a page that is not there says so, in the language of the person', async ({ page }) => {
    await page.goto('/s/nothing')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không tìm thấy trang này')
    await page.goto('/s/nothing?lang=km')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('រកមិនឃើញទំព័រនេះទេ')
    await openAs(page, '/dashboard/units?lang=vi')
    await page.goto('/dashboard/units/nothing')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không tìm thấy trang này')
    await page.getByRole('link', { name: 'Về trang đầu' }).click()
    await expect(page).toHaveURL(/\/$/)
  })
})

test('with scripts it says so at its own address', async ({ page }) => {
  await openAs(page, '/dashboard/units')
  await page.goto('/dashboard/units/nothing')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không tìm thấy trang này')
  await expect(page).toHaveURL(/\/dashboard\/units\/nothing$/)
})
