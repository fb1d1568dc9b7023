import { expect } from '@playwright/test'
import { startApp } from '../helpers/app'
import { type Kiosk, test } from '../helpers/kiosk'
import { arrivalsByKiosk, publishAnew, revokeAll, storedByKiosks } from '../helpers/kiosk-office'

test.use({ allowedErrors: ['Failed to load resource', 'net::ERR', 'An unknown error occurred'] })

let before = 0
test.beforeEach(async ({ app }) => {
  before = (await storedByKiosks(app)).length
})

const nudge = ({ page }: Kiosk) => page.evaluate(() => dispatchEvent(new Event('online')))
const chosen = ({ page }: Kiosk) => page.getByRole('button', { pressed: true })

test('a network that goes in the middle of the registration leaves no blank tablet', async ({
  kiosk,
}) => {
  kiosk.front.breakFile('/api/v1/devices/self')
  await kiosk.register()
  await expect(kiosk.page.getByText('Đang mở…')).toBeVisible()
  kiosk.front.breakFile(null)
  await expect(kiosk.face('Hài lòng')).toBeVisible()
})

test('turned round and spoken to in another language, a form keeps what it has', async ({
  app,
  kiosk,
}) => {
  await kiosk.enrol()
  const { page } = kiosk
  await kiosk.rate('Không hài lòng')
  await page.getByRole('button', { name: 'Thời gian chờ' }).click()
  await page.getByRole('textbox').fill('Chờ lâu')
  await page.setViewportSize({ width: 1180, height: 820 })
  await page.getByRole('button', { name: 'ភាសាខ្មែរ' }).click()
  await page.getByRole('button', { name: 'English' }).click()
  await page.setViewportSize({ width: 820, height: 1180 })
  await expect(page.getByRole('textbox')).toHaveValue('Chờ lâu')
  await expect(chosen(kiosk)).toHaveCount(1)
  await page.getByRole('button', { name: 'Send' }).click()
  const [response] = await arrivalsByKiosk(app, before, 1)
  expect(response?.answers).toEqual({ overall: 2, reasons: ['wait'], comment: 'Chờ lâu' })
  expect(response?.locale).toBe('en')
})

test('Back and a page that the browser kept show nothing of the last person', async ({
  app,
  kiosk,
}) => {
  const { page, front } = kiosk
  await page.goto(`${front.origin}/`)
  await kiosk.open()
  await kiosk.enrol()
  await kiosk.rate('Bình thường')
  await page.getByRole('textbox').fill('Bí mật')
  await expect.poll(() => kiosk.held('drafts')).toBe(1)
  await page.goBack()
  await page.goForward()
  await expect(kiosk.face('Hài lòng')).toBeVisible()
  expect(await page.content()).not.toContain('Bí mật')
  const [response] = await arrivalsByKiosk(app, before, 1)
  expect(response?.answers).toEqual({ overall: 3, comment: 'Bí mật' })
  await kiosk.rate('Bình thường')
  await page.getByRole('textbox').fill('Bí mật')
  // As a browser does that shows a page out of its memory.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await expect(kiosk.face('Hài lòng')).toBeVisible()
  expect(await page.content()).not.toContain('Bí mật')
  // It counts, too, and is not left to the next test to count.
  await arrivalsByKiosk(app, before, 2)
})

test('two fingers give one answer, a long press opens nothing, and what was enlarged is whole again', async ({
  app,
  kiosk,
}) => {
  await kiosk.enrol()
  const { page } = kiosk
  const session = await kiosk.context.newCDPSession(page)
  const middle = async (name: string) => {
    const box = await kiosk.face(name).boundingBox()
    return { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 60 }
  }
  const touch = (type: 'touchStart' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints })
  const [one, other] = [await middle('Hài lòng'), await middle('Không hài lòng')]
  await touch('touchStart', [one])
  await touch('touchStart', [one, other])
  await touch('touchEnd', [])
  const isRated = page.getByText('Ông/Bà đã chọn:')
  await expect(async () => {
    if (!(await isRated.isVisible())) await kiosk.face('Hài lòng').tap({ timeout: 1_000 })
    await expect(isRated).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(chosen(kiosk)).toHaveCount(0)
  const menus = await page.evaluate(() =>
    ['h1', 'textarea'].map((part) => {
      const menu = new MouseEvent('contextmenu', { bubbles: true, cancelable: true })
      document.querySelector(part)?.dispatchEvent(menu)
      return menu.defaultPrevented
    }),
  )
  expect(menus).toEqual([true, false])
  await page.getByText('Ông/Bà đã chọn:').dblclick()
  expect(await page.evaluate(() => String(getSelection()))).toBe('')
  const tablet = { width: 820, height: 1180, deviceScaleFactor: 1, mobile: true }
  await session.send('Emulation.setDeviceMetricsOverride', tablet)
  const scale = () => page.evaluate(() => visualViewport?.scale ?? 0)
  await session.send('Input.synthesizePinchGesture', { x: 400, y: 500, scaleFactor: 2 })
  await expect.poll(scale).toBeGreaterThan(1.2)
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Bỏ qua và gửi' }).dispatchEvent('click')
  await kiosk.expectThanks()
  await expect(kiosk.face('Hài lòng')).toBeVisible()
  await expect.poll(scale).toBe(1)
  await arrivalsByKiosk(app, before, 1)
})

test('whatever strange answers come in between, each response arrives once', async ({
  app,
  kiosk,
}) => {
  await kiosk.enrol()
  const { front } = kiosk
  const strange: [number, Record<string, string>][] = [
    [500, {}],
    [429, { 'retry-after': '1' }],
    [301, { location: '/' }],
    [404, { 'content-type': 'text/html' }],
    [200, { 'content-type': 'text/html' }],
    // JSON of a machine between, which has stored nothing.
    [200, {}],
  ]
  for (const [n, [status, headers]] of strange.entries()) {
    front.answerInstead(1, status, headers)
    await kiosk.visit()
    await expect.poll(() => nudge(kiosk).then(() => kiosk.held('acknowledged'))).toBe(n + 1)
  }
  // And a network that comes and goes.
  for (let n = 0; n < 4; n++) {
    front.point(n % 2 === 0 ? null : app.origin)
    await kiosk.visit()
    await nudge(kiosk)
  }
  const all = await arrivalsByKiosk(app, before, strange.length + 4)
  expect(new Set(all.map(({ id }) => id)).size).toBe(strange.length + 4)
  await expect.poll(() => kiosk.held('outbox')).toBe(0)
  expect(await kiosk.held('quarantine')).toBe(0)
})

test('revoked half-way, a person is not turned away, and the answer is kept', async ({
  app,
  kiosk,
}) => {
  await kiosk.enrol()
  await kiosk.rate('Không hài lòng')
  await revokeAll(app)
  await nudge(kiosk)
  await kiosk.page.getByRole('button', { name: 'Thời gian chờ' }).click()
  await kiosk.finish()
  await kiosk.expectThanks()
  await expect(kiosk.page.getByText('Máy đang giữ 1 phiếu chưa gửi.')).toBeVisible()
  await kiosk.enrol()
  const [response] = await arrivalsByKiosk(app, before, 1)
  expect(response?.answers).toEqual({ overall: 2, reasons: ['wait'] })
})

test('who was frozen by another page meanwhile reads what was kept', async ({ app, kiosk }) => {
  await kiosk.enrol()
  await kiosk.rate('Không hài lòng')
  await expect.poll(() => kiosk.held('drafts')).toBe(1)
  await kiosk.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('hai-long')
        opening.onsuccess = () => {
          const tx = opening.result.transaction(['drafts', 'outbox'], 'readwrite')
          const all = tx.objectStore('drafts').getAll()
          all.onsuccess = () => {
            const [{ id, body }] = all.result
            const turn = { attempts: 0, nextTryAt: 0, heldUntil: 0 }
            const item = { id, body, createdAt: 1, state: 'waiting', isOfDevice: true, ...turn }
            tx.objectStore('outbox').put(item)
            tx.objectStore('drafts').delete(id)
          }
          tx.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
  )
  await kiosk.page.getByRole('button', { name: 'Thời gian chờ' }).click()
  await kiosk.finish()
  await kiosk.expectThanks()
  await expect(kiosk.page.getByText(/phần bổ sung sau cùng không kèm theo/)).toBeVisible()
  const [response] = await arrivalsByKiosk(app, before, 1)
  expect(response?.answers).toEqual({ overall: 2 })
})

test('a survey changed, then closed while the tablet had no network still takes what was answered', async ({
  kiosk,
}) => {
  const own = await startApp()
  try {
    kiosk.front.point(own.origin)
    await kiosk.page.reload()
    await kiosk.enrol(['kiosk-1'], own)
    kiosk.front.point(null)
    await kiosk.visit('Bình thường')
    await publishAnew(own, 'kiosk-1')
    await kiosk.visit('Hài lòng')
    kiosk.front.point(own.origin)
    await nudge(kiosk)
    const both = await arrivalsByKiosk(own, 0, 2)
    expect(both.map(({ answers }) => answers.overall).toSorted()).toEqual([3, 4])
    await kiosk.visit()
    await arrivalsByKiosk(own, 0, 3)
    kiosk.front.point(null)
    await kiosk.visit()
    // The tablet knows the server's clock to a few seconds where the way is slow.
    const closedAt = Date.now() + 5_000
    await publishAnew(own, 'kiosk-1', closedAt)
    await expect.poll(() => Date.now()).toBeGreaterThan(closedAt)
    kiosk.front.point(own.origin)
    await nudge(kiosk)
    await arrivalsByKiosk(own, 0, 4)
    await expect(kiosk.page.getByText('Hiện chưa có phiếu nào đang mở')).toBeVisible()
    expect(await kiosk.held('quarantine')).toBe(0)
  } finally {
    await own.stop()
    own.remove()
  }
})
