import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

type Finding = Readonly<{ id: string; nodes: readonly Readonly<{ target: readonly unknown[] }>[] }>
type Axe = Readonly<{
  run: (of: Document, options: object) => Promise<Readonly<{ violations: readonly Finding[] }>>
}>

const colourRules = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds on the page, as lines that say where: everything in the light, and in the dark what colours decide.
 * `colours: false`: without those, which take it longest, for a page already looked at whole in another language.
 */
export async function violations(page: Page, { colours = true } = {}): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  const rules = colours ? {} : Object.fromEntries(colourRules.map((id) => [id, { enabled: false }]))
  const light = await new AxeBuilder({ page })
    // In one go: the other way opens a page for each run, for frames of other origins, which nothing of ours has.
    .setLegacyMode(true)
    // What is right need not be told, element by element.
    .options({ resultTypes: ['violations'], rules })
    .analyze()
  if (!colours) return tell('light', light.violations)
  await page.emulateMedia({ colorScheme: 'dark' })
  return [...tell('light', light.violations), ...tell('dark', await lookAtColours(page))]
}

/** The same axe, which the first look has left in the page. */
const lookAtColours = (page: Page) =>
  page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: Axe }
    const { violations } = await axe.run(document, {
      runOnly,
      resultTypes: ['violations'],
    })
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target }) => ({ target })),
    }))
  }, colourRules)

const tell = (colours: string, found: readonly Finding[]): string[] =>
  found.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${colours} ${id}: ${target.join(' ')}`),
  )

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
