import { expect } from '@playwright/test'
import { scrollsSideways, violations } from '../helpers/accessibility'
import { closeDoor, test } from '../helpers/browser'
import { SurveyPage } from '../helpers/survey-page'

test.use({ allowedErrors: ['status of 404', 'status of 410'] })

const languages = ['vi', 'en', 'km'] as const

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    for (const path of ['/', '/s/kiosk-1/thanks', '/s/nope', '/nope']) {
      test(`${path} is accessible and fits 320 pixels`, async ({ page }) => {
        await page.setViewportSize({ width: 320, height: 640 })
        const response = await page.goto(`${path}?lang=${language}`)
        expect(response?.status()).toBe(path.endsWith('nope') ? 404 : 200)
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        expect(await violations(page)).toEqual([])
        expect(await scrollsSideways(page)).toBe(false)
      })
    }

    test('the form is accessible: empty, with problems, after sending', async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 })
      const survey = await new SurveyPage(page, 'kiosk-1').open(`?lang=${language}`)
      expect(await violations(page)).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
      await survey.send()
      await expect(survey.errorSummary()).toBeFocused()
      expect(await scrollsSideways(page)).toBe(false)
      await page.setViewportSize({ width: 1280, height: 860 })
      expect(await violations(page)).toEqual([])
      await page.getByRole('radio').first().check()
      await survey.send()
      await expect(page.getByRole('status')).toBeVisible()
      expect(await violations(page)).toEqual([])
    })
  })
}

// Long pages take axe long: each once, where it is most likely to find something.
for (const [door, language] of [
  ['desk-8', 'km'],
  ['sipas-22', 'vi'],
] as const) {
  test(`/s/${door} is accessible with problems, and fits 320 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    const survey = await new SurveyPage(page, door).open(`?lang=${language}`)
    await survey.send()
    await expect(survey.errorSummary()).toBeFocused()
    expect(await violations(page)).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
  })
}

test('the front page leads to every survey, the tablet and the sign-in', async ({ page }) => {
  await page.goto('/')
  const links = page.getByRole('main').getByRole('link')
  const targets = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  expect(targets).toEqual(['/s/kiosk-1', '/s/desk-8', '/s/sipas-22', '/kiosk', '/sign-in'])
  await page.getByRole('link', { name: 'ភាសាខ្មែរ' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'km')
  await page.getByRole('link', { name: /ការវាយតម្លៃដោយចុចមួយ/ }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'km')
})

test('targets are large and the five levels are of one size', async ({ page }) => {
  for (const width of [360, 820]) {
    await page.setViewportSize({ width, height: 900 })
    await new SurveyPage(page, 'kiosk-1').open()
    const labels = page.getByRole('group').first().locator('label')
    const boxes = await labels.evaluateAll((all) =>
      all.map((one) => {
        const { width: w, height: h } = one.getBoundingClientRect()
        return [Math.round(w), Math.round(h)]
      }),
    )
    expect(boxes).toHaveLength(5)
    expect(new Set(boxes.map(String)).size).toBe(1)
    expect(boxes[0]?.[1]).toBeGreaterThanOrEqual(48)
  }
})

test.describe('a closed survey', () => {
  test.beforeAll(({ app }) => closeDoor(app, 'desk-8', Date.now()))
  test.afterAll(({ app }) => closeDoor(app, 'desk-8', null))

  for (const [language, sentence] of [
    ['vi', 'Khảo sát này đã đóng'],
    ['en', 'This survey is closed'],
    ['km', 'ការស្ទង់មតិនេះបានបិទហើយ'],
  ] as const) {
    test(`says so in ${language}, with 410`, async ({ app, page }) => {
      const response = await page.goto(`/s/desk-8?lang=${language}`)
      expect(response?.status()).toBe(410)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(sentence)
      expect(await violations(page)).toEqual([])
      // No device need have letters for Khmer: the page brings them.
      const fonts = await page.evaluate(async () => {
        const faces = await document.fonts.ready
        return [...faces].map(({ family, status }) => `${family} ${status}`)
      })
      expect(fonts).toEqual(['Our Khmer loaded'])
      await page.getByRole('link', { name: language === 'vi' ? 'English' : 'Tiếng Việt' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        language === 'vi' ? 'This survey is closed' : 'Khảo sát này đã đóng',
      )
      const headers = { origin: app.origin, 'sec-fetch-site': 'same-origin' }
      const posted = await page.request.post('/s/desk-8/send', { form: { id: 'x' }, headers })
      expect(posted.status()).toBe(410)
      await page.goto('/')
      await expect(page.locator('a[href="/s/desk-8"]')).toHaveCount(0)
    })
  }
})
