import { beforeEach, describe, expect, test } from 'vitest'
import { hasChangedSince, readSince } from '@/db/snapshots/since'
import { closed, closedAt, held } from '../helpers/closing'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict, recordVisits } from '../helpers/district'
import { confirm, proposed } from '../helpers/invalidation'
import { personWith } from '../helpers/people'
import { addSheet, october, visits } from '../helpers/province-figures'

useTestDatabase()
beforeEach(foundDistrict)

describe('what has changed since', () => {
  const since = async (snapshot: Awaited<ReturnType<typeof closed>>) => {
    const viewer = await personWith(['viewer', 'xa-a'])
    const found = await readSince(viewer, held(snapshot), closedAt + 9000)
    if (!found) throw new Error('gone')
    const { today: _, ...rest } = found
    return { ...rest, changed: await hasChangedSince(snapshot) }
  }
  const nothing = {
    late: 0,
    invalidated: 0,
    restored: 0,
    hasOtherSheets: false,
    hasOtherDossiers: false,
  }

  test('is nothing at first, and answers of other periods and units are no change', async () => {
    const leader = await personWith(['leader', 'xa-a'])
    await recordVisits(visits(40))
    const snapshot = await closed(leader)
    await recordVisits(visits(9, { unit: 'xa-b' }), 'elsewhere')
    await recordVisits(visits(9, { survey: 'kiosk-1', answers: { overall: 2 } }), 'other')
    expect(await since(snapshot)).toMatchObject({ ...nothing, changed: false })
    expect((await since(snapshot)).change).toMatchObject({ kind: 'compared', total: null })
  })

  test('is late answers: how many, and "few" below five', async () => {
    const leader = await personWith(['leader', 'xa-a'])
    await recordVisits(visits(40))
    const snapshot = await closed(leader)
    await recordVisits(visits(4, { answers: { q8: 1 } }), 'late')
    const few = await since(snapshot)
    expect(few).toMatchObject({ ...nothing, late: 'few', changed: true })
    expect(few.change).toMatchObject({ total: { size: 'few', after: { status: 'few' } } })
    expect(JSON.stringify(few.change)).not.toContain('44')
    await recordVisits(visits(2, { answers: { q8: 1 } }), 'later')
    expect((await since(snapshot)).late).toBe(6)
    expect((await since(snapshot)).change).toMatchObject({
      total: { size: 6, before: { k: 40, n: 40 }, after: { k: 40, n: 46 } },
    })
  })

  test('is invalidations and restorations, apart from late answers', async () => {
    const leader = await personWith(['leader', 'xa-a'])
    const above = await personWith(['leader', 'tinh'])
    await recordVisits(visits(40))
    const snapshot = await closed(leader)
    await recordVisits(visits(7), 'late')
    const id = await proposed([1, 2, 3, 4, 5, 6, 41], leader)
    expect((await since(snapshot)).invalidated).toBe(0)
    await confirm(id, above)
    expect(await since(snapshot)).toMatchObject({ ...nothing, late: 6, invalidated: 6 })
    const next = await closed(leader)
    expect(held(next).content.basis.invalid).toEqual([1, 2, 3, 4, 5, 6, 41])
    expect(await since(next)).toMatchObject({ ...nothing, changed: false })
  })

  test('is a tally sheet that was brought in', async () => {
    const leader = await personWith(['leader', 'xa-a'])
    const snapshot = await closed(leader)
    await addSheet(october, [0, 0, 0, 20, 20])
    expect(await since(snapshot)).toMatchObject({ hasOtherSheets: true, changed: true })
  })
})
