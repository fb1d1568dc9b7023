import { expect, type Page } from '@playwright/test'
import { type Kiosk, test } from '../helpers/kiosk'
import { arrivalsByKiosk, storedByKiosks } from '../helpers/kiosk-office'

test.use({ allowedErrors: ['Failed to load resource', 'net::ERR', 'An unknown error occurred'] })

let before = 0
test.beforeEach(async ({ app }) => {
  before = (await storedByKiosks(app)).length
})

const warning = (page: Page) => page.getByRole('alertdialog')
const nudge = ({ page }: Kiosk) => page.evaluate(() => dispatchEvent(new Event('online')))

test.describe('a person who goes away', () => {
  test.beforeEach(async ({ kiosk }) => {
    await kiosk.enrol()
    await kiosk.page.clock.install()
  })

  test('is warned, may stay ten times, and then leaves only the rating', async ({ app, kiosk }) => {
    const { page } = kiosk
    await kiosk.rate('Không hài lòng')
    await page.getByRole('textbox').fill('Bí mật')
    const stay = page.getByRole('button', { name: 'Tôi cần thêm thời gian' })
    for (let time = 0; time < 10; time++) {
      await page.clock.fastForward(24_500)
      await expect(warning(page)).toBeVisible()
      await expect(stay).toBeFocused()
      await page.clock.fastForward(19_500)
      await stay.click()
      await expect(warning(page)).toHaveCount(0)
    }
    await expect(page.getByRole('textbox')).toHaveValue('Bí mật')
    await page.clock.fastForward(24_500)
    await page.clock.fastForward(22_000)
    await expect(kiosk.face('Hài lòng')).toBeVisible()
    await expect(page.getByText('Cảm ơn')).toHaveCount(0)
    const [response] = await arrivalsByKiosk(app, before, 1)
    expect(response?.answers).toEqual({ overall: 2, comment: 'Bí mật' })
    expect(await kiosk.held('drafts')).toBe(0)
    expect(await page.content()).not.toContain('Bí mật')
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    )
    expect(kept).toBe('[{},{}]')
    await expect(page.getByRole('button', { pressed: true })).toHaveCount(0)
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2)
  })
})

test('a half-way form without the rating is not sent', async ({ app, kiosk }) => {
  await kiosk.enrol(['desk-8'])
  const { page } = kiosk
  await page.clock.install()
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await page.getByRole('main').getByRole('button').first().click()
  await kiosk.face('Hài lòng').click()
  await expect.poll(() => kiosk.held('drafts')).toBe(1)
  await page.clock.fastForward(45_000)
  await page.clock.fastForward(22_000)
  await expect(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible()
  await expect.poll(() => kiosk.held('drafts')).toBe(0)
  expect(await kiosk.held('outbox')).toBe(0)
  expect(await storedByKiosks(app)).toHaveLength(before)
})

test.describe('storage that is refused', () => {
  test.use({
    script: `{
      const put = IDBObjectStore.prototype.put
      IDBObjectStore.prototype.put = function (...args) {
        if (window.isFull) throw new DOMException('full', 'QuotaExceededError')
        return put.apply(this, args)
      }
    }`,
  })

  test('thanks nobody for what is nowhere', async ({ app, kiosk }) => {
    await kiosk.enrol()
    const { page, front } = kiosk
    await page.evaluate(() => Object.assign(window, { isFull: true }))
    front.point(null)
    await kiosk.rate()
    await kiosk.finish()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chưa lưu được ý kiến')
    await expect(page.getByText('Cảm ơn')).toHaveCount(0)
    front.point(app.origin)
    await page.getByRole('button', { name: 'Thử lại' }).click()
    await kiosk.expectThanks()
    await expect(page.getByText('Ý kiến của Ông/Bà đã được gửi.')).toBeVisible()
    await arrivalsByKiosk(app, before, 1)
    // Somebody who gives up there is not forgotten: staff see it, and it is tried as long as the page lives.
    await kiosk.toStart()
    front.point(null)
    await kiosk.rate('Không hài lòng')
    await kiosk.finish()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chưa lưu được ý kiến')
    // The disk is tried, then the server; neither takes it.
    const tried = page.waitForEvent('requestfailed', (one) => one.url().endsWith('/responses'))
    await page.getByRole('button', { name: 'Kết thúc' }).click()
    await tried
    await page.evaluate(() => Object.assign(window, { isFull: false }))
    await kiosk.openPanel()
    await expect(page.getByText(/1 phiếu chỉ còn trong bộ nhớ tạm/)).toBeVisible()
    await page.evaluate(() => Object.assign(window, { isFull: true }))
    front.point(app.origin)
    await nudge(kiosk)
    const all = await arrivalsByKiosk(app, before, 2)
    expect(all[1]?.answers).toEqual({ overall: 2 })
    await expect(page.getByText(/chỉ còn trong bộ nhớ tạm/)).toHaveCount(0)
  })
})

/** The day it is now in Vietnam. */
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
const day = 24 * 3_600_000

for (const [name, shift] of [
  ['two years back', -730 * day],
  ['a day ahead', day],
] as const) {
  test.describe(`a clock ${name}`, () => {
    test.use({
      script: `{
        window.clockShift = ${shift}
        const now = Date.now
        Date.now = () => now() + window.clockShift
      }`,
    })

    test('counts on the day of the answer, set right before it sends or not', async ({
      app,
      kiosk,
    }) => {
      await kiosk.enrol()
      await kiosk.visit()
      await arrivalsByKiosk(app, before, 1)
      kiosk.front.point(null)
      await kiosk.visit()
      await kiosk.page.evaluate(() => Object.assign(window, { clockShift: 0 }))
      kiosk.front.point(app.origin)
      await nudge(kiosk)
      const both = await arrivalsByKiosk(app, before, 2)
      expect(both.map(({ answeredOn }) => answeredOn)).toEqual([today(), today()])
    })
  })
}

test('a new build in the middle of a form waits for the start screen', async ({ app, kiosk }) => {
  await kiosk.enrol()
  await kiosk.settle()
  const { page, front } = kiosk
  const caches_ = () => page.evaluate(() => caches.keys())
  await kiosk.rate('Rất hài lòng')
  await page.evaluate(() => Object.assign(window, { isOld: true }))
  front.deploy('build-two')
  await nudge(kiosk)
  await expect.poll(caches_).toContain('hai-long-build-two')
  await page.waitForTimeout(2_500)
  await expect(page.getByText('Ông/Bà đã chọn:')).toBeVisible()
  await kiosk.finish()
  await kiosk.expectThanks()
  await expect.poll(() => page.evaluate(() => 'isOld' in window).catch(() => true)).toBe(false)
  await expect(kiosk.face('Hài lòng')).toBeVisible()
  await expect.poll(caches_).toEqual(['hai-long-build-two'])
  // The new build starts without a network as well.
  front.point(null)
  await page.reload()
  await kiosk.visit()
  front.point(app.origin)
  await nudge(kiosk)
  await arrivalsByKiosk(app, before, 2)
})
