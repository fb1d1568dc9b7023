import { expect } from '@playwright/test'
import { startApp } from '../helpers/app'
import { type Kiosk, test } from '../helpers/kiosk'
import { arrivalsByKiosk, storedByKiosks } from '../helpers/kiosk-office'

test.use({ allowedErrors: ['Failed to load resource', 'net::ERR', 'An unknown error occurred'] })

const nudge = ({ page }: Kiosk) => page.evaluate(() => dispatchEvent(new Event('online')))

test('a server killed under the tablet and started again has every answer once', async ({
  kiosk,
}) => {
  const { page, front } = kiosk
  const first = await startApp()
  try {
    front.point(first.origin)
    await page.reload()
    await kiosk.enrol(['kiosk-1'], first)
    await kiosk.visit('Rất hài lòng')
    await arrivalsByKiosk(first, 0, 1)
    // Killed while an answer is on its way, without a word to anybody.
    await kiosk.rate('Hài lòng')
    await kiosk.finish()
    await kiosk.expectThanks()
    await first.kill()
    await kiosk.toStart()
    await kiosk.visit('Bình thường')
    expect(await page.evaluate(() => navigator.onLine)).toBe(true)
    expect(await kiosk.held('outbox')).toBeGreaterThanOrEqual(1)
    const again = await startApp({ dataDir: first.dataDir })
    front.point(again.origin)
    await nudge(kiosk)
    await expect.poll(() => kiosk.held('outbox')).toBe(0)
    const all = await arrivalsByKiosk(again, 0, 3)
    expect(all.map(({ answers }) => answers.overall).toSorted()).toEqual([3, 4, 5])
    await again.stop()
  } finally {
    first.remove()
  }
})

test.describe('a clock that jumps', () => {
  test.use({
    script: `{
      const now = Date.now
      Date.now = () => now() + Number(localStorage.clockShift ?? 0)
    }`,
  })

  test('costs no copy of what was sent, in this run or the next', async ({ app, kiosk }) => {
    const before = (await storedByKiosks(app)).length
    await kiosk.enrol()
    await kiosk.visit()
    await arrivalsByKiosk(app, before, 1)
    await expect.poll(() => kiosk.held('acknowledged')).toBe(1)
    const days = 24 * 3_600_000
    for (const shift of [3 * days, -3 * days, 40 * days]) {
      await kiosk.page.evaluate(
        (shift) => Object.assign(localStorage, { clockShift: shift }),
        shift,
      )
      await kiosk.page.reload()
      await kiosk.visit()
      await expect.poll(() => kiosk.held('outbox')).toBe(0)
    }
    expect(await kiosk.held('acknowledged')).toBe(4)
  })
})

test('a long queue is read a few times, not once per answer', async ({ app, kiosk }) => {
  const before = (await storedByKiosks(app)).length
  await kiosk.enrol()
  kiosk.front.point(null)
  await kiosk.visit()
  await copyWaiting(kiosk, 150)
  expect(await kiosk.held('outbox')).toBe(151)
  await kiosk.page.evaluate(() => {
    const getAll = IDBObjectStore.prototype.getAll
    const counted = { reads: 0 }
    Object.assign(window, { counted })
    IDBObjectStore.prototype.getAll = function (...args) {
      counted.reads++
      return getAll.apply(this, args)
    }
  })
  const start = Date.now()
  kiosk.front.point(app.origin)
  await nudge(kiosk)
  await arrivalsByKiosk(app, before, 151)
  await expect.poll(() => kiosk.held('outbox')).toBe(0)
  const seconds = (Date.now() - start) / 1000
  const reads = await kiosk.page.evaluate(
    () => (window as unknown as { counted: { reads: number } }).counted.reads,
  )
  expect(reads).toBeLessThan(10 + 4 * seconds)
})

/** Puts copies of the one waiting answer beside it, each of its own id. */
const copyWaiting = ({ page }: Kiosk, n: number) =>
  page.evaluate(
    (n) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('hai-long')
        opening.onsuccess = () => {
          const tx = opening.result.transaction('outbox', 'readwrite')
          const all = tx.objectStore('outbox').getAll()
          all.onsuccess = () => {
            const [item] = all.result
            for (let copy = 1; copy <= n; copy++) {
              const id = item.id.slice(0, -4) + copy.toString(16).padStart(4, '0')
              tx.objectStore('outbox').put({ ...item, id, body: { ...item.body, id } })
            }
          }
          tx.oncomplete = () => {
            opening.result.close()
            resolve()
          }
          tx.onerror = () => reject(tx.error)
        }
      }),
    n,
  )

test.describe('without Web Locks', () => {
  test.use({
    script: `Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }); delete Navigator.prototype.locks`,
  })

  test('another page leaves a slow person’s answer alone, and takes up what a dead page left', async ({
    app,
    kiosk,
  }) => {
    const before = (await storedByKiosks(app)).length
    await kiosk.enrol()
    const { page } = kiosk
    await kiosk.context.clock.install()
    await page.reload()
    await kiosk.rate('Không hài lòng')
    const other = await kiosk.context.newPage()
    await other.goto(`${kiosk.front.origin}/kiosk`)
    await expect(other.getByRole('button', { name: 'Hài lòng', exact: true })).toBeVisible()
    for (let time = 0; time < 9; time++) {
      await kiosk.context.clock.fastForward(24_500)
      await page.getByRole('button', { name: 'Tôi cần thêm thời gian' }).click()
    }
    expect(await kiosk.held('drafts')).toBe(1)
    await page.getByRole('button', { name: 'Thời gian chờ' }).click()
    await kiosk.finish()
    await kiosk.expectThanks()
    await kiosk.context.clock.fastForward(2_000)
    const [response] = await arrivalsByKiosk(app, before, 1)
    expect(response?.answers).toEqual({ overall: 2, reasons: ['wait'] })
    await kiosk.toStart()
    await kiosk.rate('Bình thường')
    await expect.poll(() => kiosk.held('drafts')).toBe(1)
    await page.close()
    kiosk.page = other
    // What a timer begins with the store takes real time: some minutes may pass without it.
    await expect(async () => {
      await kiosk.context.clock.fastForward(61_000)
      expect(await storedByKiosks(app)).toHaveLength(before + 2)
    }).toPass({ intervals: [250], timeout: 30_000 })
  })
})
