import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { expect } from '@playwright/test'
import type { App } from './app'
import { answersWithWords, type Stored } from './browser'
import { signIn } from './sign-in'

/** A one-time code for desk 1 of the office, made by the administrator. */
export async function makeCode(app: App, surveys: readonly string[]): Promise<string> {
  const [desk] = await ask(
    app,
    `select d.id from desks d join units u on u.id = d.unit_id
      where u.code = 'office' and d.code = '1'`,
  )
  const fields = [['desk', String(desk?.[0])], ...surveys.map((code) => ['surveys', code])]
  const made = await submit(app, '/dashboard/devices/code', [...fields, ['name', 'Máy thử']])
  const kept = made.headers.getSetCookie().find((line) => line.startsWith('hl-enrolment-code='))
  return /=([^;]+)/.exec(kept ?? '')?.[1] ?? ''
}

/** What the tablets last told of themselves, the newest first. */
export async function reportsTo(app: App) {
  const rows = await ask(
    app,
    'select queue_length, quarantine_length, app_version, clock_offset from devices order by id desc',
  )
  return rows.map((row) => ({
    queueLength: row[0],
    quarantineLength: row[1],
    appVersion: row[2],
    clockOffset: row[3],
  }))
}

/** Revokes every tablet of the app. */
export async function revokeAll(app: App): Promise<void> {
  const rows = await ask(app, 'select id from devices where revoked_at is null')
  for (const row of rows) await submit(app, `/dashboard/devices/${row[0]}/revoke`, [])
}

/** What came in through the doors of tablets, in the order of arrival. */
export async function storedByKiosks(app: App): Promise<(Stored & { answeredOn: string })[]> {
  const rows = await ask(
    app,
    `select r.id, d.code, r.locale, ${answersWithWords}, r.started_at, r.answered_at, r.answered_on
      from responses r join doors d on d.id = r.door_id where d.kind = 'device' order by r.seq`,
  )
  return rows.map((row) => ({
    id: String(row[0]),
    door: String(row[1]),
    locale: String(row[2]),
    answers: JSON.parse(String(row[3])),
    startedAt: Number(row[4]),
    answeredAt: Number(row[5]),
    answeredOn: String(row[6]),
  }))
}

/** Waits until exactly so many more have come in from tablets than before, and answers those. */
export async function arrivalsByKiosk(app: App, before: number, n: number) {
  await expect.poll(async () => (await storedByKiosks(app)).length - before).toBe(n)
  return (await storedByKiosks(app)).slice(before)
}

/** Puts a new version of a survey in the place of the last, or closes the survey; the server takes a second to notice. */
export async function publishAnew(app: App, code: string, closedAt?: number): Promise<void> {
  const of = `survey_id = (select id from surveys where code = '${code}')`
  await ask(
    app,
    closedAt
      ? `update surveys set closed_at = ${closedAt} where code = '${code}'`
      : `insert into survey_versions (public_id, survey_id, number, definition, published_at)
          select replace(public_id, '@' || number, '@' || (number + 1)), survey_id, number + 1, definition,
            ${Date.now()} from survey_versions where ${of} order by number desc limit 1`,
  )
  await new Promise((resolve) => setTimeout(resolve, 1_500))
}

const sessions = new WeakMap<App, Promise<string>>()

/** Posts a form as the administrator, who signs in once. */
async function submit(app: App, path: string, fields: string[][]): Promise<Response> {
  const session = sessions.get(app) ?? signIn(app)
  sessions.set(app, session)
  const answer = await fetch(app.origin + path, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    headers: { cookie: await session, origin: app.origin },
  })
  if (answer.status !== 303) throw new Error(`${path}: ${answer.status}`)
  return answer
}

/** Reads beside the server; only the server writes. */
async function ask(app: App, sql: string) {
  const client = createClient({ url: `file:${join(app.dataDir, 'hai-long.db')}` })
  try {
    return (await client.execute(sql)).rows
  } finally {
    client.close()
  }
}
