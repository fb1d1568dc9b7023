import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds on the page, as lines that say where: everything in the light, and in the dark what colours decide. */
export async function violations(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // In one go: the other way opens a page for each run, for frames of other origins, which nothing of ours has.
    const axe = new AxeBuilder({ page }).setLegacyMode(true)
    const { violations } = await (colorScheme === 'dark'
      ? axe.withRules(['color-contrast', 'link-in-text-block'])
      : axe
    ).analyze()
    for (const { id, nodes } of violations) {
      found.push(...nodes.map((node) => `${colorScheme} ${id}: ${node.target.join(' ')}`))
    }
  }
  return found
}

/** Whether the page itself is wider than the window. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
