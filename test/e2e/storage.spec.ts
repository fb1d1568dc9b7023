import { expect, type Page } from '@playwright/test'
import { arrivals, queueOf, storedAt, test } from '../helpers/browser'
import { SurveyPage } from '../helpers/survey-page'

const api = '**/api/v1/responses'
const overall = /Ông\/Bà có hài lòng với việc phục vụ/
const notStored = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'chưa được gửi và chưa được lưu' })

test.use({ allowedErrors: ['Failed to load resource', 'net::ERR'] })

async function rate(page: Page, level = 'Hài lòng'): Promise<SurveyPage> {
  const survey = await new SurveyPage(page, 'kiosk-1').open()
  await survey.choose(overall, level)
  return survey
}

let before = 0
test.beforeEach(async ({ app }) => {
  before = (await storedAt(app, 'kiosk-1')).length
})

test.describe('a browser that refuses to store', () => {
  test.beforeEach(async ({ context }) => {
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('refused', 'SecurityError')
      }
    })
  })

  test('is thanked only after the server has it', async ({ app, page }) => {
    const survey = await rate(page)
    await survey.send()
    await survey.expectThanks('Đã gửi')
    await arrivals(app, 'kiosk-1', before, 1)
  })

  test('is told when nothing is stored anywhere, and keeps the form', async ({
    app,
    page,
    context,
  }) => {
    const survey = await rate(page)
    await page.getByRole('textbox').fill('Tốt')
    await context.setOffline(true)
    await survey.send()
    await expect(notStored(page)).toBeVisible()
    await expect(page.getByText('Cảm ơn Ông/Bà')).toHaveCount(0)
    await expect(page.getByRole('textbox')).toHaveValue('Tốt')
    await context.setOffline(false)
    await survey.send()
    await survey.expectThanks('Đã gửi')
    const [response] = await arrivals(app, 'kiosk-1', before, 1)
    expect(response?.answers).toEqual({ overall: 4, comment: 'Tốt' })
  })

  test('sends the same again after a lost reply', async ({ app, page }) => {
    await page.route(
      api,
      async (route) => {
        await route.fetch()
        return route.abort()
      },
      { times: 1 },
    )
    const survey = await rate(page)
    await survey.send()
    await expect(notStored(page)).toBeVisible()
    await survey.send()
    await survey.expectThanks('Đã gửi')
    await arrivals(app, 'kiosk-1', before, 1)
  })
})

test.describe('after the thanks', () => {
  test('Back and forward show a fresh form, never the answers', async ({ app, page }) => {
    await page.goto('/')
    await page.getByRole('link', { name: /Đánh giá một chạm/ }).click()
    const survey = new SurveyPage(page, 'kiosk-1')
    await survey.choose(overall, 'Hài lòng')
    await page.getByRole('textbox').fill('Bí mật')
    await survey.send()
    await survey.expectThanks()
    await page.goBack()
    await page.goForward()
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
    await expect(page.getByRole('textbox')).toHaveValue('')
    await survey.choose(overall, 'Bình thường')
    await survey.send()
    await survey.expectThanks()
    const both = await arrivals(app, 'kiosk-1', before, 2)
    expect(new Set(both.map(({ id }) => id)).size).toBe(2)
  })

  test('a page brought back from the browser’s memory begins anew', async ({ page }) => {
    const survey = await rate(page)
    await survey.send()
    await survey.expectThanks()
    await page.evaluate(() =>
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    )
    await expect(page.getByRole('radio')).toHaveCount(5)
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  })

  test('nothing of the answers stays on the device', async ({ page, context }) => {
    const survey = await rate(page)
    await page.getByRole('textbox').fill('Bí mật')
    await survey.send()
    await survey.expectThanks()
    await expect.poll(() => queueOf(page)).toEqual({ waiting: 0, refused: 0 })
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    )
    expect(kept).toBe('[{},{}]')
    expect(await page.content()).not.toContain('Bí mật')
    const names = (await context.cookies()).map(({ name }) => name)
    expect(names.filter((name) => name !== 'lang')).toEqual([])
  })
})

test('what the server kept for a page without scripts is gone', async ({ app, page }) => {
  const scripts = '**/_next/static/**/*.js'
  await page.route(scripts, (route) => route.abort())
  const survey = await new SurveyPage(page, 'kiosk-1').open()
  await page.getByRole('textbox').fill('Bí mật')
  await page.unroute(scripts)
  const dropped = page.waitForResponse((response) => response.request().method() === 'POST')
  await survey.send()
  await expect(survey.errorSummary()).toBeVisible()
  expect((await dropped).status()).toBe(303)
  await page.waitForLoadState('networkidle')
  await expect(page.getByRole('textbox')).toHaveValue('Bí mật')
  await survey.choose(overall, 'Hài lòng')
  await survey.send()
  await survey.expectThanks()
  const [response] = await arrivals(app, 'kiosk-1', before, 1)
  expect(response?.answers).toEqual({ overall: 4, comment: 'Bí mật' })
  await page.reload()
  await expect(page.getByRole('textbox')).toHaveValue('')
})
