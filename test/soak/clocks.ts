import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { closeDatabase, useDatabase } from '@/db/client'
import { localDay } from '@/domain/period'
import { type App, admin, startApp } from '@/test/helpers/app'
import { freePort } from '@/test/helpers/process'
import { lines } from '@/test/helpers/recount'
import { signIn } from '@/test/helpers/sign-in'
import { faultsIn, openLedger, settle } from './ledger'
import type { Outcome } from './outcome'

const day = 86_400_000
const year = 365 * day

/** How far off the server's clock is, in this order: forwards, backwards, before anything in the database, right again. */
const jumps = [0, 3 * day, -2 * day, year, -1 * day, 0]

/** The clock of the running server jumps to and fro, and tablets send with clocks that are years off. */
export async function changedClocks(seed: number): Promise<Outcome> {
  const port = await freePort()
  const shift = `${pathToFileURL(resolve('test/soak/clock-shift.mjs'))}?port=${port}`
  const app = await startApp({ env: { NODE_OPTIONS: `--import=${shift}` } })
  const ledger = openLedger(seed)
  const file = `${app.dataDir}/hai-long.db`
  const faults: string[] = []
  const at = async (offset: number) => {
    await fetch(`http://127.0.0.1:${port}/?offset=${offset}`)
    return Date.now() + offset
  }
  try {
    for (const jump of jumps) {
      const now = await at(jump)
      const found = [...(await sendAsTablets(now)), ...(await work(app))]
      faults.push(...found.map((fault) => `clock ${jump / day} days off: ${fault}`))
    }
    faults.push(...(await beforeItsData()))
    faults.push(...(await faultsIn(file, ledger)))
    const did = `server's clock ${jumps.length} times set, and to 2020; tablets off by −7 to +7 years; ${ledger.bodies.size} responses`
    return { part: 'clocks', did, faults }
  } finally {
    await app.stop()
    app.remove()
  }

  /** Whatever a tablet's clock says, it was answered a minute ago, by the server's. */
  async function sendAsTablets(now: number): Promise<string[]> {
    const found: string[] = []
    for (const off of [0, 7 * year, -7 * year]) {
      const id = ledger.next()
      const times = {
        startedAt: now - 120_000 + off,
        answeredAt: now - 60_000 + off,
        sentAt: now + off,
      }
      const body = { ...JSON.parse(ledger.bodies.get(id) ?? ''), ...times }
      ledger.bodies.set(id, JSON.stringify(body))
      const { status } = await ledger.send(app.origin, id)
      if (status !== 201) found.push(`a tablet ${off / year} years off: ${status}`)
      const [placed] = await rows(
        `select answered_on || ' ' || clock_doubt from responses where id = '${id}'`,
      )
      if (placed !== `${localDay(now - 60_000)} 0`) found.push(`placed on ${placed}`)
    }
    return found
  }

  /** A server that woke up in 2020 asks to come again, and refuses nobody for good. */
  async function beforeItsData(): Promise<string[]> {
    const id = ledger.next()
    await at(Date.UTC(2020, 0, 2) - Date.now())
    const early = await ledger.send(app.origin, id)
    await at(0)
    const right = await settle(ledger, app.origin)
    return [...(early.status === 503 ? [] : [`in 2020: ${early.status}`]), ...right]
  }

  async function rows(sql: string): Promise<string[]> {
    useDatabase(`file:${file}`)
    try {
      return await lines(sql)
    } finally {
      closeDatabase()
    }
  }
}

/** Somebody mistypes the password, signs in and looks at the figures; nobody waits longer for a clock. */
async function work(app: App): Promise<string[]> {
  const wrong = await signIn(app, { ...admin, password: 'mot-mat-khau-khong-dung' }).catch(String)
  const from = performance.now()
  const cookie = await signIn(app)
  const waited = performance.now() - from
  await pause(10)
  const page = await fetch(`${app.origin}/dashboard`, { headers: { cookie }, redirect: 'manual' })
  return [
    ...(wrong.includes('error=wrong') ? [] : [`a wrong password: ${wrong}`]),
    ...(waited < 8000 ? [] : [`signing in took ${waited} ms`]),
    ...(page.status === 200 ? [] : [`the dashboard: ${page.status}`]),
  ]
}
