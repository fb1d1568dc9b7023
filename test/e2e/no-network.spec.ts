import { expect, type Page } from '@playwright/test'
import { violations } from '../helpers/accessibility'
import { admin } from '../helpers/app'
import { openAs, test } from '../helpers/staff'

test.use({ allowedErrors: ['Failed to load resource', 'net::ERR'] })

const sentences = {
  vi: 'Không kết nối được với máy chủ',
  en: 'The server cannot be reached',
  km: 'មិនអាចភ្ជាប់ទៅម៉ាស៊ីនមេបានទេ',
} as const

test('without a network a form of the staff says so and keeps what was typed, and is sent once there is one', async ({
  page,
  context,
}) => {
  await openAs(page, '/dashboard/fields')
  for (const [language, sentence] of Object.entries(sentences)) {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`/dashboard/fields?lang=${language}`)
    await page.locator('input[name=name]').fill(`Thử ${language}`)
    await context.setOffline(true)
    await page.locator('main form[method=post] [type=submit]').first().click()
    await expect(page.getByRole('main').getByRole('alert')).toContainText(sentence)
    expect(await isFocusCovered(page)).toBe(false)
    await expect(page.locator('input[name=name]')).toHaveValue(`Thử ${language}`)
    expect(await violations(page)).toEqual([])
    await context.setOffline(false)
    await page.locator('main form[method=post] [type=submit]').first().click()
    await expect(page).toHaveURL(/done=/)
    await expect(page.getByText(`Thử ${language}`).first()).toBeVisible()
  }
})

test('nor does the sign-in lose its place', async ({ page, context }) => {
  await page.goto('/sign-in')
  await page.getByLabel('Thư điện tử').fill(admin.email)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(admin.password)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(sentences.vi)
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page).toHaveURL(/dashboard/)
})

test('a server that answers only for itself leaves the form where it is', async ({ page }) => {
  await openAs(page, '/dashboard/fields')
  await page.route('**/api/health/live', (route) => route.fulfill({ status: 502, body: 'none' }))
  await page.locator('input[name=name]').fill('Lĩnh vực thử')
  await page.locator('main form[method=post] [type=submit]').first().click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(sentences.vi)
  await expect(page.locator('input[name=name]')).toHaveValue('Lĩnh vực thử')
})

test('a form that is long on its way is sent once, and its button shows that it was pressed', async ({
  page,
}) => {
  await openAs(page, '/dashboard/fields')
  let sent = 0
  await page.route('**/dashboard/field-list/add', async (route) => {
    sent++
    await new Promise((resolve) => setTimeout(resolve, 2500))
    await route.continue()
  })
  await page.locator('input[name=name]').fill('Lĩnh vực chậm')
  const button = page.locator('main form[method=post] [type=submit]').first()
  // In the page itself: from outside it is waited for as soon as it is about to go.
  const shown = await button.evaluate(async (pressed: HTMLElement) => {
    pressed.click()
    await new Promise((resolve) => setTimeout(resolve, 800))
    const state = pressed.getAttribute('aria-disabled')
    pressed.click()
    return state
  })
  expect(shown).toBe('true')
  await expect(page).toHaveURL(/done=/)
  expect(sent).toBe(1)
  await expect(page.getByText('Lĩnh vực chậm').first()).toBeVisible()
})

/** Whether something else is where the middle of what has the focus is. */
const isFocusCovered = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement ?? document.body
    const { x, y, width, height } = focused.getBoundingClientRect()
    return !focused.contains(document.elementFromPoint(x + width / 2, y + height / 2))
  })
