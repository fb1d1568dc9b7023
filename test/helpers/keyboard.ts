import { expect, type Locator, type Page } from '@playwright/test'

/** Tab by tab, as somebody without a mouse gets there. */
export async function pressUntil(page: Page, target: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(target).toBeFocused({ timeout: 50 })
  }).toPass({ intervals: [0], timeout: 10_000 })
}
