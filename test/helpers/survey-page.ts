import { expect, type Locator, type Page } from '@playwright/test'

/** A citizen at the form of a survey. */
export class SurveyPage {
  constructor(
    readonly page: Page,
    readonly door: string,
  ) {}

  async open(query = ''): Promise<this> {
    await this.page.goto(`/s/${this.door}${query}`)
    return this
  }

  /** The group of a question, by what it asks. */
  question(text: string | RegExp): Locator {
    return this.page.getByRole('group', { name: text })
  }

  async choose(question: string | RegExp, option: string | RegExp): Promise<void> {
    const exact = typeof option === 'string' ? { exact: true } : {}
    const group = this.question(question)
    await group.getByLabel(option, exact).check()
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: /^(Gửi ý kiến|Send your answers|ផ្ញើមតិ)$/ }).click()
  }

  async speak(language: 'Tiếng Việt' | 'English' | 'ភាសាខ្មែរ'): Promise<void> {
    await this.page.getByRole('button', { name: language }).click()
  }

  async expectThanks(status: string | RegExp = 'Đã gửi'): Promise<void> {
    const heading = this.page.getByRole('heading', { level: 1 })
    await expect(heading).toHaveText(/Cảm ơn Ông\/Bà|Thank you|សូមអរគុណ/)
    await expect(this.page.getByRole('status')).toHaveText(status)
  }

  errorSummary(): Locator {
    return this.page.locator('#error-summary')
  }
}
