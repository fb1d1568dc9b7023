import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { type App, startApp } from './app'

/** What the server has stored, read beside it. */
export type Stored = Readonly<{
  id: string
  door: string
  locale: string
  answers: Record<string, unknown>
  startedAt: number
  answeredAt: number
}>

type Fixtures = {
  /** Complaints of a page that a test expects and names, as parts of the line. */
  allowedErrors: string[]
  /** Opens another browser; its pages are watched as well. */
  watched: (context: BrowserContext) => BrowserContext
}

/**
 * A test in a real browser against the built server, one server per worker. An error in any page's console, a
 * violated content policy or an uncaught exception fails the test.
 */
export const test = base.extend<Fixtures, { app: App }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of the pattern
    async ({}, use) => {
      const app = await startApp()
      await use(app)
      await app.stop()
      app.remove()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ app }, use) => use(app.origin),
  allowedErrors: [[], { option: true }],
  watched: async ({ allowedErrors }, use) => {
    const complaints: string[] = []
    await use((context) => {
      context.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
      context.on('weberror', (error) => complaints.push(error.error().message))
      return context
    })
    expect(
      complaints.filter((line) => !allowedErrors.some((part) => line.includes(part))),
      'the console of the page',
    ).toEqual([])
  },
  context: async ({ context, watched }, use) => use(watched(context)),
})

/** What somebody answered in one piece again: comments lie apart from what is counted. */
export const answersWithWords = `json_patch(r.answers, coalesce((
  select json_group_object(c.question, c.text) from comments c where c.response_seq = r.seq), '{}'))`

/** The responses that came in through a door, in the order of arrival. */
export async function storedAt(app: App, door: string): Promise<Stored[]> {
  const client = createClient({ url: `file:${join(app.dataDir, 'hai-long.db')}` })
  const { rows } = await client.execute({
    sql: `select r.id, d.code, r.locale, ${answersWithWords}, r.started_at, r.answered_at
      from responses r join doors d on d.id = r.door_id where d.code = ? order by r.seq`,
    args: [door],
  })
  client.close()
  return rows.map((row) => ({
    id: String(row[0]),
    door: String(row[1]),
    locale: String(row[2]),
    answers: JSON.parse(String(row[3])),
    startedAt: Number(row[4]),
    answeredAt: Number(row[5]),
  }))
}

/** Closes a link from now on, or opens it again; the server takes a second to notice. */
export async function closeDoor(app: App, door: string, closedAt: number | null): Promise<void> {
  const client = createClient({ url: `file:${join(app.dataDir, 'hai-long.db')}` })
  const sql = 'update doors set closed_at = ? where code = ?'
  await client.execute({ sql, args: [closedAt, door] })
  client.close()
  await new Promise((resolve) => setTimeout(resolve, 1_200))
}

/** Waits until so many responses more than before have come in, and answers those. */
export async function arrivals(app: App, door: string, before: number, n: number) {
  await expect.poll(async () => (await storedAt(app, door)).length - before).toBe(n)
  return (await storedAt(app, door)).slice(before)
}

/** How many responses wait in the queue of this browser, and how many were set aside. */
export const queueOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ waiting: number; refused: number }>((resolve, reject) => {
        const opening = indexedDB.open('hai-long')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const db = opening.result
          const tx = db.transaction(['outbox', 'quarantine'])
          const waiting = tx.objectStore('outbox').count()
          const refused = tx.objectStore('quarantine').count()
          tx.oncomplete = () => {
            db.close()
            resolve({ waiting: waiting.result, refused: refused.result })
          }
        }
      }),
  )
