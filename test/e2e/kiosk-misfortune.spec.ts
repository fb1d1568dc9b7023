import { expect } from '@playwright/test'
import { pin, test } from '../helpers/kiosk'
import { arrivalsByKiosk, revokeAll, storedByKiosks } from '../helpers/kiosk-office'

test.use({ allowedErrors: ['Failed to load resource', 'net::ERR', 'An unknown error occurred'] })

let before = 0
test.beforeEach(async ({ app, kiosk }) => {
  before = (await storedByKiosks(app)).length
  await kiosk.enrol()
})

test('whoever lacks a code sets no PIN, at a revoked tablet either', async ({ app, kiosk }) => {
  const { page } = kiosk
  await revokeAll(app)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await page.getByLabel('Mã đăng ký').fill('AAAA-2222')
  await page.getByLabel('Mã PIN của cán bộ').fill('999999')
  await page.getByLabel('Nhập lại mã PIN').fill('999999')
  await page.getByRole('button', { name: 'Đăng ký máy này' }).click()
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toBeVisible()
  await kiosk.callStaff()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Mã PIN của cán bộ').fill('999999')
  await dialog.getByRole('button', { name: 'Mở', exact: true }).click()
  await expect(dialog.getByRole('alert')).toHaveText('Mã PIN không đúng')
  await dialog.getByLabel('Mã PIN của cán bộ').fill(pin)
  await dialog.getByRole('button', { name: 'Mở', exact: true }).click()
  await expect(page.getByText('Máy chủ trả lời lần cuối')).toBeVisible()
})

test('a tablet that slept shows the next person nothing of the last', async ({ app, kiosk }) => {
  const { page } = kiosk
  await page.clock.install()
  await kiosk.rate('Bình thường')
  await page.getByRole('textbox').fill('Bí mật')
  await expect.poll(() => kiosk.held('drafts')).toBe(1)
  // Timers stand still while it sleeps; the clock does not.
  const show = (state: string) =>
    page.evaluate((visibility) => {
      Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)
  await show('hidden')
  await page.clock.setSystemTime(Date.now() + 2 * 3_600_000)
  await show('visible')
  await expect(kiosk.face('Hài lòng')).toBeVisible()
  expect(await page.content()).not.toContain('Bí mật')
  await page.clock.fastForward(1_000)
  const [response] = await arrivalsByKiosk(app, before, 1)
  expect(response?.answers).toEqual({ overall: 3, comment: 'Bí mật' })
})

test('a page that begins to arrive and never ends gives way to the kept one', async ({ kiosk }) => {
  await kiosk.settle()
  kiosk.front.delay(Number.POSITIVE_INFINITY)
  await kiosk.page.reload({ waitUntil: 'commit', timeout: 10_000 })
  await expect(kiosk.face('Hài lòng')).toBeVisible()
})

test('a rating counts at once when staff register the tablet anew half-way', async ({
  app,
  kiosk,
}) => {
  await kiosk.page.clock.install()
  await kiosk.rate('Không hài lòng')
  await kiosk.openPanel()
  await kiosk.page.getByRole('dialog').getByRole('button', { name: 'Đăng ký lại' }).click()
  const [response] = await arrivalsByKiosk(app, before, 1)
  expect(response?.answers).toEqual({ overall: 2 })
  await expect.poll(() => kiosk.held('drafts')).toBe(0)
  // Staff who are called away leave the desk no form that only they can fill in.
  await expect(kiosk.page.getByLabel('Mã đăng ký')).toBeVisible()
  await kiosk.page.clock.fastForward(181_000)
  await expect(kiosk.face('Hài lòng')).toBeVisible()
})

test('a double tap answers one question, and no other unread', async ({ kiosk }) => {
  const { page } = kiosk
  const tapTwice = async () => {
    const box = await kiosk.face('Hài lòng').boundingBox()
    if (!box) throw new Error('no face')
    const tap = () => page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
    await tap()
    await page.waitForTimeout(50)
    await tap()
  }
  await page.waitForTimeout(500)
  await tapTwice()
  await expect(page.getByText('Ông/Bà đã chọn:')).toBeVisible()
  await expect(page.getByRole('button', { pressed: true })).toHaveCount(0)
  // A touch that was meant is taken.
  await page.waitForTimeout(500)
  await page.getByRole('button', { name: 'Thời gian chờ' }).tap()
  await expect(page.getByRole('button', { pressed: true })).toHaveCount(1)
})

test.describe('storage that is full at the end of a visit', () => {
  test.use({
    script: `{
      const put = IDBObjectStore.prototype.put
      IDBObjectStore.prototype.put = function (...args) {
        if (window.isFull) throw new DOMException('full', 'QuotaExceededError')
        return put.apply(this, args)
      }
    }`,
  })

  test('the second try sends the same response when only the reply was lost', async ({
    app,
    kiosk,
  }) => {
    const { page, front } = kiosk
    await kiosk.rate()
    await expect.poll(() => kiosk.held('drafts')).toBe(1)
    await page.evaluate(() => Object.assign(window, { isFull: true }))
    // The browser itself tries a post again whose connection broke.
    front.dropReplies(9)
    await kiosk.finish()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chưa lưu được ý kiến')
    front.dropReplies(0)
    await page.getByRole('button', { name: 'Thử lại' }).click()
    await kiosk.expectThanks()
    expect(front.answers[0]).toBe(201)
    expect(new Set(front.answers.slice(1))).toEqual(new Set([200]))
    await arrivalsByKiosk(app, before, 1)
    // What was stored half-way does not come after it as another answer of the same id.
    await page.evaluate(() => Object.assign(window, { isFull: false }))
    await expect.poll(() => kiosk.held('drafts')).toBe(0)
  })
})

test.describe('storage that is not ready when the tablet starts', () => {
  test.use({
    script: `{
      const open = IDBFactory.prototype.open
      IDBFactory.prototype.open = function (...args) {
        if (localStorage.isSlow && performance.now() < 2000) throw new DOMException('not yet', 'UnknownError')
        return open.apply(this, args)
      }
    }`,
  })

  test('is waited for, without anybody', async ({ kiosk }) => {
    const { page } = kiosk
    await page.evaluate(() => localStorage.setItem('isSlow', '1'))
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Trình duyệt không cho lưu trên máy',
    )
    await expect(kiosk.face('Hài lòng')).toBeVisible()
  })
})
