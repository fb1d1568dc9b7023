import { expect, type Request } from '@playwright/test'
import { startApp } from '../helpers/app'
import { type Kiosk, pin, test } from '../helpers/kiosk'
import {
  arrivalsByKiosk,
  makeCode,
  reportsTo,
  revokeAll,
  storedByKiosks,
} from '../helpers/kiosk-office'

test.use({ allowedErrors: ['Failed to load resource', 'net::ERR', 'An unknown error occurred'] })

let before = 0
test.beforeEach(async ({ app, kiosk }) => {
  before = (await storedByKiosks(app)).length
  await kiosk.enrol()
})

/** Something changed: the tablet tries again without waiting its turn out. */
const nudge = ({ page }: Kiosk) => page.evaluate(() => dispatchEvent(new Event('online')))

test.describe('a browser that dies', () => {
  test.use({ startsAnew: true })

  test('25 answers without a network outlive the browser and arrive exactly once', async ({
    app,
    kiosk,
  }) => {
    await kiosk.settle()
    kiosk.front.point(null)
    for (let n = 0; n < 25; n++) await kiosk.visit(n % 2 === 0 ? 'Hài lòng' : 'Bình thường')
    expect(await kiosk.held('outbox')).toBe(25)
    expect(await storedByKiosks(app)).toHaveLength(before)
    await kiosk.restart()
    await kiosk.open()
    await expect(kiosk.face('Hài lòng')).toBeVisible()
    expect(await kiosk.held('outbox')).toBe(25)
    kiosk.front.point(app.origin)
    await nudge(kiosk)
    const all = await arrivalsByKiosk(app, before, 25)
    expect(new Set(all.map(({ id }) => id)).size).toBe(25)
    await expect.poll(() => kiosk.held('outbox')).toBe(0)
    expect(await kiosk.held('acknowledged')).toBe(25)
  })

  test('a rating that was tapped when the browser died is sent at the next start', async ({
    app,
    kiosk,
  }) => {
    await kiosk.rate('Không hài lòng')
    await expect.poll(() => kiosk.held('drafts')).toBe(1)
    await kiosk.restart()
    await kiosk.open()
    const [response] = await arrivalsByKiosk(app, before, 1)
    expect(response?.answers).toEqual({ overall: 2 })
    expect(await kiosk.held('drafts')).toBe(0)
  })
})

test('a reply dropped after the commit, three times, is one row', async ({ app, kiosk }) => {
  kiosk.front.dropReplies(3)
  await kiosk.visit()
  for (let n = 1; n <= 3; n++) {
    await expect.poll(() => kiosk.front.answers.length).toBeGreaterThanOrEqual(n)
    await nudge(kiosk)
  }
  await expect.poll(() => kiosk.held('outbox')).toBe(0)
  expect(kiosk.front.answers.slice(0, 4)).toEqual([201, 200, 200, 200])
  await arrivalsByKiosk(app, before, 1)
})

test('503 with Retry-After is waited for', async ({ app, kiosk }) => {
  kiosk.front.answerInstead(1, 503, { 'retry-after': '3' })
  const refused = kiosk.sending(503)
  const taken = kiosk.sending(201)
  await kiosk.visit()
  await nudge(kiosk)
  await arrivalsByKiosk(app, before, 1)
  expect((await taken) - (await refused)).toBeGreaterThanOrEqual(2_900)
})

test('one poisoned item among ten is set aside and holds up none', async ({ app, kiosk }) => {
  kiosk.front.point(null)
  for (let n = 0; n < 10; n++) await kiosk.visit()
  await kiosk.page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('hai-long')
        opening.onsuccess = () => {
          const tx = opening.result.transaction('outbox', 'readwrite')
          const all = tx.objectStore('outbox').getAll()
          all.onsuccess = () => {
            const item = all.result[4]
            tx.objectStore('outbox').put({
              ...item,
              body: { ...item.body, answers: { overall: 9 } },
            })
          }
          tx.oncomplete = () => {
            opening.result.close()
            resolve()
          }
          tx.onerror = () => reject(tx.error)
        }
      }),
  )
  kiosk.front.point(app.origin)
  await nudge(kiosk)
  await arrivalsByKiosk(app, before, 9)
  await expect.poll(() => kiosk.held('quarantine')).toBe(1)
  expect(await kiosk.held('outbox')).toBe(0)
  await kiosk.openPanel()
  const download = kiosk.page.waitForEvent('download')
  await kiosk.page.getByRole('button', { name: 'Tải về tệp' }).click()
  expect((await download).suggestedFilename()).toBe('hai-long-quarantine.json')
  await kiosk.page.getByRole('button', { name: 'Thử gửi lại các phiếu này' }).click()
  await expect.poll(() => kiosk.front.answers.filter((status) => status === 422)).toHaveLength(2)
  await expect.poll(() => kiosk.held('quarantine')).toBe(1)
})

test('what the server does not take from this enrolment is explained, and sent once it does', async ({
  app,
  kiosk,
}) => {
  const { page, front } = kiosk
  // As a server that went back to a backup from before this door was made.
  front.answerInstead(1, 404, {})
  await kiosk.visit()
  await expect.poll(() => kiosk.held('quarantine')).toBe(1)
  // As one that knows the door as another tablet's.
  front.answerInstead(1, 403, {})
  await kiosk.visit()
  await kiosk.openPanel()
  await expect(page.getByText(/bản sao lưu cũ hơn lần đăng ký/)).toBeVisible()
  await expect(page.getByText(/1 phiếu được thu khi máy còn đăng ký ở đơn vị khác/)).toBeVisible()
  await page.getByRole('button', { name: 'Thử gửi lại các phiếu này' }).click()
  await arrivalsByKiosk(app, before, 2)
  await expect(page.getByText(/đơn vị khác/)).toHaveCount(0)
  expect(await kiosk.held('quarantine')).toBe(0)
})

test('two pages send an answer once, and neither takes the other’s half-way answer', async ({
  app,
  kiosk,
}) => {
  const other = await kiosk.context.newPage()
  await kiosk.rate()
  await other.goto(`${kiosk.front.origin}/kiosk`)
  await expect(other.getByRole('button', { name: 'Hài lòng', exact: true })).toBeVisible()
  await kiosk.page.getByRole('button', { name: 'Thời gian chờ' }).click()
  await kiosk.finish()
  await kiosk.expectThanks()
  const [response] = await arrivalsByKiosk(app, before, 1)
  expect(response?.answers).toEqual({ overall: 4, reasons: ['wait'] })
  // The row is there before the tablet has heard of it.
  await expect.poll(() => kiosk.held('outbox')).toBe(0)
  expect(kiosk.front.answers).toEqual([201])
})

test('a revoked tablet keeps its answers, says so, and sends them once enrolled again', async ({
  app,
  kiosk,
}) => {
  const { page, front } = kiosk
  front.point(null)
  await kiosk.visit()
  await kiosk.visit()
  await revokeAll(app)
  front.point(app.origin)
  await nudge(kiosk)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Máy này không còn được phép gửi phiếu',
  )
  await expect(page.getByText('Máy đang giữ 2 phiếu chưa gửi.')).toBeVisible()
  // Who came to give an opinion reads where to turn.
  await expect(page.getByText('xin hỏi cán bộ tại quầy')).toBeVisible()
  expect(await kiosk.held('outbox')).toBe(2)
  // Without a code nobody changes the PIN either.
  await page.getByLabel('Mã đăng ký').fill('ABCD-EFGH')
  await page.getByLabel('Mã PIN của cán bộ').fill('111111')
  await page.getByLabel('Nhập lại mã PIN').fill('111111')
  await page.getByRole('button', { name: 'Đăng ký máy này' }).click()
  await expect(page.getByText(/Mã không đúng/)).toBeVisible()
  await kiosk.openPanel()
  await page.getByRole('button', { name: 'Đóng' }).click()
  await page.getByLabel('Mã đăng ký').fill(await makeCode(app, ['kiosk-1']))
  await page.getByLabel('Mã PIN của cán bộ').fill(pin)
  await page.getByLabel('Nhập lại mã PIN').fill(pin)
  await page.getByRole('button', { name: 'Đăng ký máy này' }).click()
  await expect(kiosk.face('Hài lòng')).toBeVisible()
  await arrivalsByKiosk(app, before, 2)
  expect(await kiosk.held('quarantine')).toBe(0)
})

test('what was confirmed can be sent again and is still one row', async ({ app, kiosk }) => {
  await kiosk.visit()
  await arrivalsByKiosk(app, before, 1)
  await expect.poll(() => kiosk.held('acknowledged')).toBe(1)
  await kiosk.openPanel()
  await kiosk.page.getByRole('button', { name: 'Gửi lại phiếu của 24 giờ qua' }).click()
  await expect.poll(() => kiosk.front.answers).toEqual([201, 200])
  await expect.poll(() => kiosk.held('acknowledged')).toBe(1)
  await arrivalsByKiosk(app, before, 1)
})

test('the server hears how the tablet fares', async ({ app, kiosk }) => {
  await kiosk.visit()
  await arrivalsByKiosk(app, before, 1)
  const report = { queueLength: 0, quarantineLength: 0, appVersion: expect.stringMatching(/.{8,}/) }
  await expect.poll(async () => (await reportsTo(app))[0]).toMatchObject(report)
  expect(Math.abs(Number((await reportsTo(app))[0]?.clockOffset))).toBeLessThan(2_000)
})

test('a server that went back to before the enrolment costs no answer', async ({ app, kiosk }) => {
  kiosk.front.point(null)
  await kiosk.visit()
  const restored = await startApp()
  try {
    kiosk.front.point(restored.origin)
    // One of its answers comes late, after the right server has spoken.
    kiosk.front.stall('/api/v1/devices/self', 5_000)
    const late = kiosk.page.waitForEvent('requestfinished', {
      predicate: (request) => request.url().endsWith('/self') && wasSlow(request),
    })
    await nudge(kiosk)
    await expect(kiosk.page.getByRole('heading', { level: 1 })).toHaveText(
      'Máy này không còn được phép gửi phiếu',
    )
    expect(await kiosk.held('outbox')).toBe(1)
    expect(await kiosk.held('quarantine')).toBe(0)
    // And once the right server is back, without anybody's help.
    kiosk.front.point(app.origin)
    await nudge(kiosk)
    await arrivalsByKiosk(app, before, 1)
    await late
    await expect(kiosk.face('Hài lòng')).toBeVisible()
  } finally {
    await restored.stop()
    restored.remove()
  }
})

const wasSlow = (request: Request) =>
  request.timing().responseStart - request.timing().requestStart > 4_000
