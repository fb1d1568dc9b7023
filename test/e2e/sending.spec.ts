import { expect, type Page, type Route } from '@playwright/test'
import { arrivals, closeDoor, queueOf, storedAt, test } from '../helpers/browser'
import { SurveyPage } from '../helpers/survey-page'

const api = '**/api/v1/responses'
const overall = /Ông\/Bà có hài lòng với việc phục vụ/
const stored = /Đã lưu trên máy này, sẽ tự gửi khi có mạng/

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

test('a double tap is one response', async ({ app, page }) => {
  const survey = await rate(page)
  const button = page.getByRole('button', { name: 'Gửi ý kiến' })
  await button.evaluate((element: HTMLButtonElement) => {
    element.click()
    element.click()
  })
  await survey.expectThanks()
  await arrivals(app, 'kiosk-1', before, 1)
  await expect.poll(() => queueOf(page)).toEqual({ waiting: 0, refused: 0 })
})

test('a reply lost after the commit is one response', async ({ app, page }) => {
  let lost = 0
  const statuses: number[] = []
  await page.route(api, async (route: Route) => {
    const response = await route.fetch()
    statuses.push(response.status())
    if (++lost <= 2) return route.abort('connectionreset')
    return route.fulfill({ response })
  })
  const survey = await rate(page)
  await survey.send()
  await survey.expectThanks(stored)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect.poll(() => statuses.length).toBe(2)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await survey.expectThanks('Đã gửi')
  expect(statuses).toEqual([201, 200, 200])
  await arrivals(app, 'kiosk-1', before, 1)
})

test('without a network it is kept, over a reload too, and sent later', async ({
  app,
  page,
  context,
}) => {
  const survey = await rate(page)
  await context.setOffline(true)
  await survey.send()
  await survey.expectThanks(stored)
  expect(await queueOf(page)).toEqual({ waiting: 1, refused: 0 })
  expect(await storedAt(app, 'kiosk-1')).toHaveLength(before)

  // The office has a network again, but its server does not answer.
  await page.route(api, (route) => route.abort())
  await context.setOffline(false)
  await page.reload()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  expect((await queueOf(page)).waiting).toBe(1)

  await page.unroute(api)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  const [response] = await arrivals(app, 'kiosk-1', before, 1)
  expect(response?.answers).toEqual({ overall: 4 })
  await expect.poll(() => queueOf(page)).toEqual({ waiting: 0, refused: 0 })
})

test('the server’s wish to wait is heeded', async ({ page }) => {
  const times: number[] = []
  await page.route(api, async (route) => {
    times.push(Date.now())
    if (times.length > 1) return route.continue()
    const headers = { 'retry-after': '3', 'content-type': 'application/json' }
    return route.fulfill({ status: 503, headers, body: '{"problems":[]}' })
  })
  const survey = await rate(page)
  await survey.send()
  await survey.expectThanks(stored)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await survey.expectThanks('Đã gửi')
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(2_900)
})

test('a page of somebody else’s network is no receipt', async ({ app, page }) => {
  await page.route(api, (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<p>Wi-Fi miễn phí</p>' }),
  )
  const survey = await rate(page)
  await survey.send()
  await survey.expectThanks(stored)
  await page.unroute(api)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await survey.expectThanks('Đã gửi')
  await arrivals(app, 'kiosk-1', before, 1)
})

test('what comes in after the survey has closed is refused in words, and shows what was written', async ({
  app,
  page,
}) => {
  const survey = await rate(page)
  await page.getByRole('textbox').fill('Chờ lâu & nóng')
  await closeDoor(app, 'kiosk-1', Date.now())
  await survey.send()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Phiếu chưa được ghi nhận')
  await expect(page.getByRole('status')).toContainText('Không gửi được: Cuộc khảo sát đã kết thúc.')
  await expect(page.getByRole('blockquote')).toHaveText('Chờ lâu & nóng')
  await closeDoor(app, 'kiosk-1', null)
  expect(await storedAt(app, 'kiosk-1')).toHaveLength(before)
})

test('a response that is refused for good is set aside, said so, and blocks nothing', async ({
  app,
  page,
}) => {
  await page.route(api, async (route) => {
    const body = route.request().postDataJSON()
    if (body.answers.overall !== 1) return route.continue()
    return route.continue({ postData: JSON.stringify({ ...body, answers: { overall: 9 } }) })
  })
  const survey = await rate(page, 'Rất không hài lòng')
  await survey.send()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Phiếu chưa được ghi nhận')
  await expect(page.getByRole('status')).toContainText('Không gửi được: ')
  expect(await queueOf(page)).toEqual({ waiting: 0, refused: 1 })

  await page.getByRole('button', { name: 'Mở phiếu mới' }).click()
  await survey.choose(overall, 'Hài lòng')
  await survey.send()
  await survey.expectThanks()
  await arrivals(app, 'kiosk-1', before, 1)
})

test('a response the server chokes on does not hold up the others', async ({ app, page }) => {
  await page.route(api, async (route) => {
    const isPoisoned = route.request().postDataJSON().answers.overall === 1
    if (!isPoisoned) return route.continue()
    const headers = { 'retry-after': '5', 'content-type': 'application/json' }
    return route.fulfill({ status: 500, headers, body: '{"problems":[]}' })
  })
  const survey = await rate(page, 'Rất không hài lòng')
  await survey.send()
  await survey.expectThanks(stored)
  await page.getByRole('button', { name: 'Mở phiếu mới' }).click()
  await survey.choose(overall, 'Hài lòng')
  await survey.send()
  await survey.expectThanks('Đã gửi')
  await arrivals(app, 'kiosk-1', before, 1)
  expect(await queueOf(page)).toEqual({ waiting: 1, refused: 0 })
})

test('two pages send a waiting response once', async ({ app, page, context }) => {
  let sendings = 0
  await context.route(api, async (route) => {
    sendings++
    await new Promise((resolve) => setTimeout(resolve, 500))
    return route.continue()
  })
  const other = await context.newPage()
  await new SurveyPage(other, 'kiosk-1').open()
  const survey = await rate(page)
  await survey.send()
  await other.evaluate(() => dispatchEvent(new Event('online')))
  await survey.expectThanks()
  await arrivals(app, 'kiosk-1', before, 1)
  expect(sendings).toBe(1)
})

test('where Web Locks are missing a lease keeps one sender', async ({ app, page, context }) => {
  await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'locks'))
  let sendings = 0
  await context.route(api, async (route) => {
    sendings++
    await new Promise((resolve) => setTimeout(resolve, 500))
    return route.continue()
  })
  const other = await context.newPage()
  await new SurveyPage(other, 'kiosk-1').open()
  const survey = await rate(page)
  expect(await page.evaluate(() => 'locks' in navigator)).toBe(false)
  await survey.send()
  await expect.poll(() => sendings).toBe(1)
  await other.evaluate(() => dispatchEvent(new Event('online')))
  await survey.expectThanks()
  await arrivals(app, 'kiosk-1', before, 1)
  expect(sendings).toBe(1)
})
