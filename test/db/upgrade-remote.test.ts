import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { backupFolder } from '@/db/backups/backups'
import { closeDatabase } from '@/db/client'
import { openHeldData } from '@/db/installation/open-data'
import { log } from '@/lib/log'
import { migrations } from '../helpers/earlier-release'
import { startSqlServer } from '../helpers/sql-server'
import { EarlierOffice, now, toldUpgrades } from '../helpers/upgrade'

const parent = mkdtempSync(join(tmpdir(), 'hai-long-server-'))
const office = new EarlierOffice(parent)
log.level = 'silent'
afterAll(() => rmSync(parent, { recursive: true, force: true }))

it('a database on a server is upgraded without a copy; the log says so, and it is recorded once', async () => {
  await office.found()
  const count = migrations.length - 1
  await office.place(count)
  const server = await startSqlServer({ file: office.live })
  vi.stubEnv('DATA_DIR', office.dataDir)
  vi.stubEnv('DATABASE_URL', server.url)
  const warned = vi.spyOn(log, 'warn')
  // Two processes of a province that start at once.
  await Promise.all([openHeldData(now), openHeldData(now + 1)])
  await openHeldData(now + 1000)
  await office.expectWhole(count)
  expect(await toldUpgrades()).toEqual([`app ${migrations.at(-2)} ${migrations.at(-1)}  `])
  const told = warned.mock.calls.map(([line]) => (line as { event: string }).event)
  expect(new Set(told)).toEqual(
    new Set(['no copy before the upgrade: the database is on a server']),
  )
  expect(existsSync(backupFolder())).toBe(false)
  closeDatabase()
  await server.stop()
})
