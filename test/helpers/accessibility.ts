import type { Page } from '@playwright/test'
import axe, { type AxeResults, type RunOptions } from 'axe-core'

type WithAxe = Readonly<{
  axe: { run: (of: Document, options: RunOptions) => Promise<AxeResults> }
}>

const colourRules = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds on the page, as lines that say where: everything in the light, and in the dark what colours decide.
 * `colours: false`: without those, which take it longest, for a page already looked at whole in another language.
 */
export async function violations(page: Page, { colours = true } = {}): Promise<string[]> {
  const rules = colours ? {} : Object.fromEntries(colourRules.map((id) => [id, { enabled: false }]))
  const light = await look(page, 'light', { rules })
  return colours ? [...light, ...(await look(page, 'dark', { runOnly: colourRules }))] : light
}

async function look(page: Page, colorScheme: 'light' | 'dark', options: RunOptions) {
  await page.emulateMedia({ colorScheme })
  // Half a megabyte that a page takes in once.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(
    async (asked) => {
      const { violations } = await (window as unknown as WithAxe).axe.run(document, asked)
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
      )
    },
    // What is right need not be told, element by element.
    { ...options, resultTypes: ['violations' as const] },
  )
  return found.map((line) => `${colorScheme} ${line}`)
}

/** The labels of what is wider than its card and scrolls within it. */
export const scrollsWithin = (page: Page): Promise<(string | null)[]> =>
  page
    .locator('main section[tabindex]')
    .evaluateAll((regions) =>
      regions
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map((region) => region.getAttribute('aria-label')),
    )

/** Whether the page itself is wider than the window. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
