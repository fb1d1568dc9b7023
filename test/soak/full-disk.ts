import {
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type App, startApp } from '@/test/helpers/app'
import { signIn } from '@/test/helpers/sign-in'
import { canMount, viewOf } from '@/test/helpers/small-disk'
import { faultsIn, type Ledger, openLedger, settle } from './ledger'
import type { Outcome } from './outcome'

const part = 'full disk'

/** What goes on while nothing can be written; each answers 200 to somebody who is signed in. */
const readings = [
  '/s/kiosk-1',
  '/dashboard',
  '/api/v1/rates?survey=kiosk-1&unit=office&from=2026-01-01&to=2027-12-31&by=total',
  '/api/health/live',
  '/api/health/ready',
]

/** The disk under the data of the running app is filled to the last byte and emptied again, so many times. */
export async function fullDisk({ times, seed }: { times: number; seed: number }): Promise<Outcome> {
  const nothing = { part, did: 'nothing', faults: [] }
  if (!canMount) return { ...nothing, skipped: 'this system lets nobody mount a disk of their own' }
  const folder = mkdtempSync(join(tmpdir(), 'hai-long-full-'))
  const app = await startApp({ dataDir: folder, diskSize: '24m' })
  const disk = viewOf(app.pid, folder)
  const ledger = openLedger(seed)
  try {
    const cookie = await signIn(app)
    const faults: string[] = []
    for (let n = 0; n < times; n++) faults.push(...(await fillOnce(app, disk, cookie, ledger)))
    faults.push(...(await faultsIn(copyOf(disk, folder), ledger)))
    const { 201: stored = 0, 503: refused = 0 } = ledger.statuses
    const did = `filled ${times} times: ${refused} × 503 with Retry-After, reading went on, ${stored} stored`
    return { part, did, faults }
  } finally {
    await app.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** SQLite would look for the path in our own view of the disks. Nothing writes now, so the files are as one moment. */
function copyOf(disk: string, folder: string): string {
  for (const end of ['', '-wal'])
    copyFileSync(join(disk, `hai-long.db${end}`), join(folder, `copy.db${end}`))
  return join(folder, 'copy.db')
}

async function fillOnce(app: App, disk: string, cookie: string, ledger: Ledger): Promise<string[]> {
  const filler = join(disk, 'filler')
  const stop = ledger.pour(app.origin, { clients: 4, pauseMs: 20 })
  await pause(500)
  fill(filler)
  const faults = [
    ...(await sendUntilRefused(app.origin, ledger)),
    ...(await formWithoutScripts(app.origin)),
    ...(await read(app.origin, cookie)),
  ]
  rmSync(filler)
  const since = performance.now()
  let status = 0
  while (status !== 201 && performance.now() - since < 10_000) {
    status = (await ledger.send(app.origin, ledger.next())).status
    if (status !== 201) await pause(100)
  }
  await stop()
  if (status !== 201) faults.push(`with room again: ${status}`)
  return [...faults, ...(await settle(ledger, app.origin))]
}

/** The log of the database may still have room inside it: responses are sent until one is refused. */
async function sendUntilRefused(origin: string, ledger: Ledger): Promise<string[]> {
  for (let sent = 0; sent < 5000; sent++) {
    const { status, retryAfter } = await ledger.send(origin, ledger.next())
    if (status === 201) continue
    if (status !== 503) return [`on a full disk: ${status}`]
    return Number(retryAfter) > 0 ? [] : ['503 without Retry-After']
  }
  return ['the disk was not full after 5000 responses']
}

async function formWithoutScripts(origin: string): Promise<string[]> {
  const form = new URLSearchParams({ 'answers.overall': '4' })
  const { status } = await fetch(`${origin}/s/kiosk-1/send`, { method: 'POST', body: form })
  return status < 500 || status === 503 ? [] : [`the plain form: ${status}`]
}

async function read(origin: string, cookie: string): Promise<string[]> {
  const faults: string[] = []
  for (const path of readings) {
    const { status } = await fetch(origin + path, { headers: { cookie }, redirect: 'manual' })
    if (status !== 200) faults.push(`${path}: ${status}`)
  }
  return faults
}

/** Writes until there is no room for another byte. */
function fill(file: string): void {
  const descriptor = openSync(file, 'w')
  try {
    for (const size of [1 << 16, 1 << 12, 1]) writeUntilFull(descriptor, Buffer.alloc(size))
  } finally {
    closeSync(descriptor)
  }
  if (statfsSync(file).bavail > 0) throw new Error('The disk is not full.')
}

function writeUntilFull(descriptor: number, bytes: Buffer): void {
  try {
    for (;;) writeSync(descriptor, bytes)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}
