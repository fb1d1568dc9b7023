import { type App, startApp } from './app'
import { test as base } from './browser'

/** A test with an office of its own, as the first start leaves it. */
export const test = base.extend<{ office: App }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of the pattern
  office: async ({}, use) => {
    const office = await startApp()
    await use(office)
    await office.stop()
    office.remove()
  },
  baseURL: async ({ office }, use) => use(office.origin),
})
