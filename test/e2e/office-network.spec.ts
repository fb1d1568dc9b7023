import { chromium, expect } from '@playwright/test'
import { arrivals, queueOf, storedAt, test } from '../helpers/browser'
import { SurveyPage } from '../helpers/survey-page'

// Plain http under another name than localhost: a browser then has no Web Locks and no randomUUID.
test.use({ allowedErrors: ['Cross-Origin-Opener-Policy'] })

test('the form works on an office network without TLS', async ({ app, watched }, { project }) => {
  const before = (await storedAt(app, 'kiosk-1')).length
  const { args = [], ...options } = project.use.launchOptions ?? {}
  const names = '--host-resolver-rules=MAP office.test 127.0.0.1'
  const browser = await chromium.launch({ ...options, args: [...args, names] })
  const port = new URL(app.origin).port
  const context = watched(await browser.newContext({ baseURL: `http://office.test:${port}` }))
  const page = await context.newPage()
  const survey = await new SurveyPage(page, 'kiosk-1').open()
  expect(await page.evaluate(() => [isSecureContext, 'locks' in navigator])).toEqual([false, false])
  await survey.choose(/Ông\/Bà có hài lòng/, 'Hài lòng')
  await survey.send()
  await survey.expectThanks()
  expect(await queueOf(page)).toEqual({ waiting: 0, refused: 0 })
  await arrivals(app, 'kiosk-1', before, 1)

  const plain = watched(
    await browser.newContext({ baseURL: `http://office.test:${port}`, javaScriptEnabled: false }),
  )
  const plainSurvey = await new SurveyPage(await plain.newPage(), 'kiosk-1').open()
  await plainSurvey.choose(/Ông\/Bà có hài lòng/, 'Bình thường')
  await plainSurvey.send()
  await expect(plainSurvey.page).toHaveURL(/\/thanks$/)
  await arrivals(app, 'kiosk-1', before, 2)
  await browser.close()
})
