import { readFileSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { writeWithAudit } from '@/db/audit/log'
import { database, useDatabase, write } from '@/db/client'
import { makeFirstThings } from '@/db/installation/first-start'
import { auditDatabase } from '@/db/recount/database'
import { recordResponse } from '@/db/responses/intake'
import { isRemote, useTestDatabase } from '../helpers/database'
import { envelopeOf } from '../helpers/envelopes'
import { lines } from '../helpers/recount'

useTestDatabase()
const now = Date.UTC(2026, 10, 20, 3)
beforeEach(() => makeFirstThings(now))

async function faults(): Promise<string[]> {
  const found: string[] = []
  const report = await auditDatabase((sentence) => found.push(sentence))
  expect(report.faults).toBe(found.length)
  return found
}

const rename = (name: string) =>
  writeWithAudit(
    [{ sql: "update units set name = ? where code = 'office'", args: [name] }],
    { actorId: null, actor: 'test', action: 'unit-added', unitId: 1, detail: { name } },
    now,
  )

describe('the chain of audit events', () => {
  it('is not forked by forty writers at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, i) => rename(`Xã ${i}`)))
    expect(await lines('select count(*), max(seq) from audit_events')).toEqual(['40 40'])
    expect(await faults()).toEqual([])
  })

  it('records nothing when the change fails', async () => {
    const broken = writeWithAudit(
      ['insert into units (code) values (1)'],
      { actorId: null, actor: 'test', action: 'unit-added' },
      now,
    )
    await expect(broken).rejects.toThrow(/NOT NULL/)
    expect(await lines('select count(*) from audit_events')).toEqual(['0'])
  })

  it('refuses to be changed, and shows when somebody did all the same', async () => {
    for (const name of ['A', 'B', 'C']) await rename(name)
    await expect(write(["update audit_events set detail = '{}'"])).rejects.toThrow(/append-only/)
    await expect(write(['delete from audit_events'])).rejects.toThrow(/append-only/)
    await write(['drop trigger audit_events_no_update', 'drop trigger audit_events_no_delete'])
    await write(["update audit_events set detail = '{}' where seq = 2"])
    expect(await faults()).toEqual(['Audit event 2 was changed.'])
    await write(['delete from audit_events where seq = 2'])
    expect(await faults()).toEqual(['Audit event 2 is missing.'])
  })
})

describe('the recount', () => {
  const record = (seed: number, level: number) =>
    recordResponse(
      envelopeOf(seed, now, { door: 'desk-8', answers: { q8: level, q1: 'ask' } }),
      now,
    )

  it('finds nothing where all is well', async () => {
    for (let i = 0; i < 30; i++) await record(i, 1 + (i % 5))
    const report = await auditDatabase((sentence) => expect(sentence).toBe(''))
    expect(report).toMatchObject({ responses: 30, faults: 0 })
    expect(report.tallyCells).toBeGreaterThan(20)
  })

  it('names each tally that differs, whichever side is wrong', async () => {
    for (const seed of [1, 2, 3]) await record(seed, 4)
    await write([
      "update tallies set n = 7 where slice = 'total'",
      "delete from tallies where slice = 'touchpoint'",
      "insert into tallies values (2, 'desk', 1, 48645, '1', '5', 0, 2)",
    ])
    expect((await faults()).sort()).toEqual([
      'Tally of desk-8@1, unit 1, 2026-11-15 to 2026-11-30, desk 1 5: stored 2, recounted 0.',
      'Tally of desk-8@1, unit 1, 2026-11-15 to 2026-11-30, total 4: stored 7, recounted 3.',
      'Tally of desk-8@1, unit 1, 2026-11-15 to 2026-11-30, touchpoint ask 4: stored 0, recounted 3.',
    ])
  })

  it('notices a response that was edited by hand', async () => {
    await record(1, 4)
    await write([
      `update responses set answers = '{"q1":"ask","q8":5}', answered_on = '2026-11-01'`,
    ])
    expect((await faults()).length).toBeGreaterThan(5)
  })

  it.skipIf(isRemote)('says so when the file is damaged', async () => {
    for (let i = 0; i < 300; i++) await record(i, 4)
    const { rows } = await database().$client.execute('PRAGMA database_list')
    const file = String(rows[0]?.file)
    await database().$client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    const bytes = readFileSync(file)
    bytes.fill(7, 8 * 4096)
    writeFileSync(file, bytes)
    useDatabase(`file:${file}`)
    expect((await faults()).join()).toMatch(/Integrity|damaged/)
  })

  it('notices a reference to nothing', async () => {
    await record(1, 4)
    const { $client } = database()
    await $client.executeMultiple(
      'PRAGMA foreign_keys = 0; delete from desks; insert into desks (id, unit_id, code, label) values (9, 99, 1, 1)',
    )
    expect(await faults()).toEqual(['Row 9 of desks refers to a missing row of units.'])
  })
})
