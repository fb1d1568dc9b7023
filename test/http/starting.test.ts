import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { listBackups } from '@/db/backups/backups'
import { restoreDatabase } from '@/db/backups/restore'
import { fileUrl } from '@/lib/env'
import { startApp } from '../helpers/app'
import { migrations } from '../helpers/earlier-release'
import { freePort, runCommand, startNode } from '../helpers/process'
import { EarlierOffice } from '../helpers/upgrade'

const parent = mkdtempSync(join(tmpdir(), 'hai-long-starting-'))
const office = new EarlierOffice(parent)
const { dataDir, live } = office
vi.stubEnv('DATA_DIR', dataDir)
const backups = join(dataDir, 'backups')
const hour = 3600_000

let ended: () => Promise<unknown> = async () => undefined
afterEach(() => ended())
afterAll(() => rmSync(parent, { recursive: true, force: true }))

/** What the audit log tells of one kind of event, newest last. */
async function told(action: string, what: string): Promise<unknown[]> {
  const client = createClient({ url: fileUrl(live) })
  const sql = 'select detail ->> ? as what from audit_events where action = ? order by seq'
  const { rows } = await client.execute({ sql, args: [what, action] })
  client.close()
  return rows.map((row) => row.what)
}

it('npm run app brings data of the former release up to date, with a copy of it', async () => {
  await office.found()
  await office.place(migrations.length - 1)
  const app = await startApp({ dataDir })
  ended = app.stop
  expect((await fetch(`${app.origin}/api/health/ready`)).status).toBe(200)
  const [copy] = listBackups(backups)
  expect(copy?.kind).toBe('before-upgrade')
  expect(await told('database-upgraded', 'sha256')).toEqual([copy?.sha256])
  expect((await runCommand('audit', [], { DATA_DIR: dataDir })).code).toBe(0)
})

it('the served app makes a copy every hour, without anybody asking', async () => {
  const asked = await runCommand('backup', [backups], { DATA_DIR: dataDir })
  expect(asked.code).toBe(0)
  // The newest copy of this data is two hours old.
  for (const name of readdirSync(backups).filter((one) => one.endsWith('.db.json'))) {
    const manifest = JSON.parse(readFileSync(join(backups, name), 'utf8'))
    const aged = { ...manifest, madeAt: Date.now() - 2 * hour }
    writeFileSync(join(backups, name), JSON.stringify(aged))
  }
  // Both copies are to fall into one hour of the clock, of which the newest is kept.
  const left = hour - (Date.now() % hour)
  if (left < 60_000) await setTimeout(left)
  const hurried = `--import ${pathToFileURL('test/helpers/hurry.mjs')}`
  const app = await startApp({ dataDir, env: { NODE_OPTIONS: hurried } })
  ended = app.stop
  const made = () =>
    [...app.output().matchAll(/"event":"backup made","file":"([^"]+)"/g)].map(([, file]) => file)
  await expect.poll(() => made().length, { timeout: 90_000 }).toBe(2)
  const kept = listBackups(backups).filter(({ kind }) => kind === 'hourly')
  expect(kept.map(({ file }) => file)).toEqual([made()[1]])
  // Of a day the first is recorded; the one that was asked for is noted too.
  expect(await told('backup-made', 'kind')).toEqual(expect.arrayContaining(['hourly', 'asked']))
  expect(await told('backup-made', 'file')).toContain(made()[0])
  expect(await told('backup-made', 'file')).not.toContain(made()[1])
})

it('a server that is started by itself finishes a restore that was interrupted', async () => {
  const made = await runCommand('backup', [join(parent, 'usb')], { DATA_DIR: dataDir })
  expect(made.code).toBe(0)
  const file = readdirSync(join(parent, 'usb')).find((name) => name.endsWith('.db')) ?? ''
  const powerCut = (step: string) => {
    if (step === 'moved') throw new Error('power cut')
  }
  const stopped = restoreDatabase(join(parent, 'usb', file), Date.now(), powerCut)
  await expect(stopped).rejects.toThrow('power cut')
  expect(existsSync(live)).toBe(false)
  const port = await freePort()
  const next = ['node_modules/next/dist/bin/next', 'start', '--port', String(port)]
  const running = startNode(next, { DATA_DIR: dataDir, PORT: String(port) })
  ended = () => {
    running.child.kill('SIGTERM')
    return running.ended
  }
  const isReady = () =>
    fetch(`http://localhost:${port}/api/health/ready`).then(
      ({ status }) => status,
      () => 0,
    )
  await expect.poll(isReady, { timeout: 60_000 }).toBe(200)
  expect(existsSync(join(dataDir, 'restore-under-way.json'))).toBe(false)
  expect(await told('database-restored', 'file')).toEqual([file])
  expect((await runCommand('audit', [], { DATA_DIR: dataDir })).code).toBe(0)
})
