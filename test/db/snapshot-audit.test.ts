import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '@/db/client'
import { canonicalJson } from '@/domain/canonical-json'
import type { SnapshotContent } from '@/domain/snapshot/snapshot'
import { closed, held } from '../helpers/closing'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict, recordVisits } from '../helpers/district'
import { confirm, listFaults, proposed } from '../helpers/invalidation'
import { personWith } from '../helpers/people'
import { addSheet, autumn, october, visits } from '../helpers/province-figures'
import { visits as manyVisits, periods } from '../helpers/random-visits'
import { lines } from '../helpers/recount'

useTestDatabase()
beforeEach(foundDistrict)

describe('the audit makes every snapshot again', () => {
  test('of any unit, survey and period, whatever came later', async () => {
    const admin = await personWith(['admin', 'tinh'])
    const above = await personWith(['admin', 'tinh'])
    const [all] = fc.sample(manyVisits, { numRuns: 1, seed: 7 })
    if (!all) throw new Error('no sample')
    const wishes = fc.sample(periods, { numRuns: 6, seed: 8 })
    const half = Math.floor(all.length / 2)
    await recordVisits(all.slice(0, half), 'first')
    await addSheet(october, [1, 2, 3, 4, 30])
    await addSheet(autumn, [9, 0, 3, 4, 30], { unit: 'xa-b', question: 'q4' })
    for (const [i, period] of wishes.entries()) {
      const survey = i % 2 ? 'kiosk-1' : 'desk-8'
      await closed(admin, { unit: ['tinh', 'xa-b', 'xa-b-1'][i % 3] ?? '', survey, ...period })
    }
    await closed(admin, { unit: 'tinh', ...autumn })
    const own = await lines(
      "select r.seq from responses r join units u on u.id = r.unit_id where u.code = 'xa-b'",
    )
    await confirm(await proposed(own.slice(0, 30).map(Number), admin), above)
    await closed(admin, { unit: 'tinh', ...autumn })
    await recordVisits(all.slice(half), 'second')
    await addSheet(october, [5, 5, 5, 5, 5], { unit: 'xa-b' })
    await closed(admin, { unit: 'tinh', ...autumn })
    expect(await listFaults()).toEqual([])
  })

  test('with late answers and invalidations since it still holds', async () => {
    const leader = await personWith(['leader', 'xa-a'])
    const above = await personWith(['leader', 'tinh'])
    await recordVisits(visits(40))
    await closed(leader)
    await recordVisits(visits(9, { answers: { q8: 1 } }), 'late')
    await confirm(await proposed([1, 2, 3, 41], leader), above)
    await closed(leader)
    expect(await listFaults()).toEqual([])
  })
})

/** Puts something else into the newest snapshot, as somebody with the file in hand could. */
async function tamper(sql: string): Promise<void> {
  await write([
    'drop trigger if exists snapshots_no_update',
    'drop trigger if exists snapshots_no_delete',
  ])
  await write([sql])
}

describe('the audit names a snapshot', () => {
  const number = 'CHOT-xa-a-2026-001'
  const close = async (): Promise<SnapshotContent> => {
    const leader = await personWith(['leader', 'xa-a'])
    await recordVisits(visits(40))
    return held(await closed(leader)).content
  }

  test('whose text was changed', async () => {
    await close()
    await tamper(`update snapshots set content = replace(content, '"k":40', '"k":39')`)
    expect(await listFaults()).toEqual([
      `Snapshot ${number}: Its text does not fit its checksum: it was changed.`,
    ])
  })

  test('whose text and checksum were changed together', async () => {
    const content = await close()
    const forged = canonicalJson({ ...content, note: 'Khác' })
    const { createHash } = await import('node:crypto')
    const checksum = createHash('sha256').update(forged).digest('hex')
    await tamper(`update snapshots set content = '${forged}', checksum = '${checksum}'`)
    expect(await listFaults()).toEqual([
      `Snapshot ${number}: The chain of audit events has no closing with its checksum.`,
    ])
  })

  test('whose columns say something else', async () => {
    await close()
    await tamper('update snapshots set closed_at = closed_at + 1')
    expect(await listFaults()).toEqual([
      `Snapshot ${number}: The columns beside its text say something else than the text.`,
    ])
  })

  test('that was removed', async () => {
    await close()
    await closed(await personWith(['leader', 'xa-a']))
    await tamper('delete from snapshots where serial = 1')
    expect(await listFaults()).toEqual([
      `Snapshot ${number}: It is missing; audit event 1 says that it was made.`,
      'Snapshots of xa-a, 2026: 1 are there, numbered up to 2.',
    ])
  })

  test('whose responses are no longer those it was made of, with the numbers', async () => {
    await close()
    await write([
      `update responses set answers = json_set(answers, '$.q8', 1) where seq <= 10`,
      `update tallies set n = 30 where cell = '5'`,
      `insert into tallies select version_id, slice, unit_id, half_month, item, '1', level, 10 from tallies where cell = '5'`,
    ])
    const found = await listFaults()
    expect(found).toContain(
      `Snapshot ${number}: total: stored 40/40 of 0-0-0-0-40, recounted 30/40 of 10-0-0-0-30.`,
    )
    for (const what of ['by unit, xa-a', 'by desk, 1', 'by month, 2026-10', 'by question, q8']) {
      expect(found.join('\n')).toContain(`Snapshot ${number}: ${what}: stored 40/40`)
    }
    for (const what of ['by field, unknown', 'by touchpoint, unknown', 'by channel, kiosk']) {
      expect(found.join('\n')).toContain(`Snapshot ${number}: ${what}: stored 40/40`)
    }
  })
})

test('the audit names a snapshot that says something else of what was invalidated', async () => {
  const number = 'CHOT-xa-a-2026-001'
  const leader = await personWith(['leader', 'xa-a'])
  const above = await personWith(['leader', 'tinh'])
  await recordVisits(visits(40))
  const seqs = (await lines('select seq from responses limit 7')).map(Number)
  await confirm(await proposed(seqs, leader), above)
  const { content, report } = held(await closed(leader))
  expect(report.total).toMatchObject({ invalidated: 7, withInvalidated: { n: 40 } })
  expect(await listFaults()).toEqual([])
  const forged = canonicalJson(content)
    .replaceAll('"invalidated":7', '"invalidated":6')
    .replaceAll(/("withInvalidated":\{[^}]*"k":)40/g, '$139')
  const { createHash } = await import('node:crypto')
  const checksum = createHash('sha256').update(forged).digest('hex')
  await tamper(`update snapshots set content = '${forged}', checksum = '${checksum}'`)
  expect(await listFaults()).toEqual([
    `Snapshot ${number}: The chain of audit events has no closing with its checksum.`,
    `Snapshot ${number}: invalidated: stored 6, recounted 7.`,
    expect.stringContaining('total with invalidated: stored 39/40'),
  ])
})
