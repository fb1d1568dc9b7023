import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { backupFolder } from '@/db/backups/backups'
import { backUp } from '@/db/backups/clock'
import { write } from '@/db/client'
import { makeFirstThings } from '@/db/installation/first-start'
import { getBackupHealth, getHealth } from '@/db/installation/health'
import { noteRefusal } from '@/db/limits/refusal-counts'
import { recordUnit } from '@/db/units/units'
import type { Scope } from '@/domain/access'
import { log } from '@/lib/log'
import { useTestDatabase } from '../helpers/database'
import { personWith } from '../helpers/people'

const dataDir = mkdtempSync(join(tmpdir(), 'hai-long-health-'))
vi.stubEnv('DATA_DIR', dataDir)
log.level = 'silent'

useTestDatabase()
const now = Date.now()
const hour = 3600_000
let head: Scope
beforeEach(async () => {
  await makeFirstThings(now)
  const by = { actorId: null, actor: 'test' }
  await recordUnit({ code: 'xa', name: 'Xã A', level: 'xa', parentCode: 'office' }, by, now)
  head = await personWith(['admin', 'office'])
  rmSync(backupFolder(), { recursive: true, force: true })
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

it('is for whoever administers the whole installation', async () => {
  for (const role of ['admin', 'leader'] as const) {
    const other = await personWith([role, role === 'admin' ? 'xa' : 'office'])
    expect(await getHealth(other, now)).toBeNull()
    expect(getBackupHealth(other, now)).toBeUndefined()
  }
  expect(await getHealth(head, now)).toMatchObject({ version: '0.1.0', isWritingFailing: false })
})

it('tells of the copies, and why the last one failed', async () => {
  await backUp(now)
  const good = getBackupHealth(head, now + hour)
  expect(good).toMatchObject({ state: 'good', failed: undefined })
  expect(good?.copies).toHaveLength(1)
  rmSync(backupFolder(), { recursive: true })
  writeFileSync(backupFolder(), 'in the way')
  await backUp(now + hour)
  expect(getBackupHealth(head, now + hour)).toEqual({
    state: 'failed',
    copies: [],
    failed: { at: now + hour, fault: 'not-writable' },
  })
  rmSync(backupFolder())
  await backUp(now + 2 * hour)
  expect(getBackupHealth(head, now + 2 * hour)?.state).toBe('good')
})

it('names the tablets that have been silent, not those that were revoked', async () => {
  const device = (name: string, seenAt: number, revokedAt: number | null) => ({
    sql: `insert into devices (unit_id, desk_id, name, enrolled_at, last_seen_at, revoked_at)
      select unit_id, id, ?, 0, ?, ? from desks limit 1`,
    args: [name, seenAt, revokedAt],
  })
  await write([
    device('Máy nghe', now - hour, null),
    device('Máy im', now - 3 * hour, null),
    device('Máy im lâu', now - 30 * hour, null),
    device('Máy thu hồi', 0, 1),
  ])
  const health = await getHealth(head, now)
  expect(health?.silence.hours).toBe(2)
  expect(health?.silence.devices.map(({ name }) => name)).toEqual(['Máy im lâu', 'Máy im'])
})

it('counts what was turned away within a week', async () => {
  for (const [kind, daysAgo] of [
    ['sign-in', 0],
    ['network', 6],
    ['network', 7],
  ] as const) {
    noteRefusal({ kind }, now - daysAgo * 24 * hour)
    await getHealth(head, now - daysAgo * 24 * hour)
  }
  expect((await getHealth(head, now))?.refusals).toEqual({ n: 2, signIns: 1 })
})
