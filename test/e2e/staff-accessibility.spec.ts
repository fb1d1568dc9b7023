import { expect } from '@playwright/test'
import { scrollsSideways, scrollsWithin, violations } from '../helpers/accessibility'
import { openAs, signIn, test } from '../helpers/staff'

const filled = '/dashboard?unit=opg&survey=kiosk-1&from=2025-06-01&to=2026-06-30'

const everyState = [
  '/dashboard',
  filled,
  '/dashboard?unit=tan-hiep&year=2020',
  '/dashboard?unit=nho&year=2017',
  '/dashboard?period=x',
  '/dashboard?unit=opg&survey=kiosk-1&from=2025-06-01&to=2025-11-30',
  '/dashboard/by/units?unit=lon&period=month-3&year=2024',
  filled.replace('/dashboard', '/dashboard/by/months'),
]

for (const language of ['vi', 'km'] as const) {
  test(`a tablet held upright has all columns in view in ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 820, height: 1180 })
    await openAs(page, `${filled}&lang=${language}`)
    const parts = ['/by/units', '/by/months'].map((part) =>
      filled.replace('/dashboard', `/dashboard${part}`),
    )
    for (const path of [filled, ...parts, '/dashboard/dossiers?unit=tan-hiep&year=2020']) {
      await page.goto(path)
      expect(await scrollsWithin(page), path).toEqual([])
    }
  })
}

for (const language of ['vi', 'en', 'km'] as const) {
  test(`the sign-in in ${language} is accessible, empty and with an error`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(`/sign-in?lang=${language}`)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    expect(await violations(page)).toEqual([])
    await signIn(page, { email: 'a@b.vn', password: 'sai-mat-khau-roi' })
    await expect(page.locator('#error-summary')).toBeVisible()
    expect(await violations(page)).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
  })

  test(`the dashboard in ${language} is accessible, empty, filled and wrong`, async ({ page }) => {
    await openAs(page, `/dashboard?lang=${language}`)
    for (const path of language === 'en' ? ['/dashboard', filled] : everyState) {
      await page.setViewportSize({ width: 1280, height: 860 })
      await page.goto(path)
      expect(await violations(page), path).toEqual([])
      await page.setViewportSize({ width: 320, height: 640 })
      expect(await scrollsSideways(page), path).toBe(false)
    }
    expect(await violations(page)).toEqual([])
  })
}
