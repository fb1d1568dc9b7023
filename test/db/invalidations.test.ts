import { beforeEach, expect, it } from 'vitest'
import { write } from '@/db/client'
import { decideInvalidation, restoreInvalidation } from '@/db/invalidations/decisions'
import type { Scope } from '@/domain/access'
import { longestReason } from '@/domain/invalidation'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict } from '../helpers/district'
import {
  after,
  confirm,
  counted,
  done,
  expectSound,
  listFaults,
  problem,
  propose,
  proposed,
  recordMany,
} from '../helpers/invalidation'
import { personWith } from '../helpers/people'
import { lines } from '../helpers/recount'

useTestDatabase()

let leader: Scope
let parent: Scope
let admin: Scope

beforeEach(async () => {
  await foundDistrict()
  leader = await personWith(['leader', 'xa-b'])
  parent = await personWith(['leader', 'tinh'])
  admin = await personWith(['admin', 'tinh'])
})

it('changes no figure until a second person confirms it, and is taken back by restoring', async () => {
  const seqs = await recordMany(40)
  const before = await lines('select * from tallies where n <> 0 order by 1, 2, 3, 4, 5, 6, 7')
  const id = await proposed(seqs.slice(0, 25), leader)
  expect(await counted()).toEqual([40, 0])
  expect(await confirm(id, parent)).toEqual(done)
  expect(await counted()).toEqual([15, 25])
  expect(await lines('select count(*) from responses where tallied = 0')).toEqual(['25'])
  await expectSound()
  expect(await restoreInvalidation(parent, id, 'Phiếu thật', after)).toEqual(done)
  expect(await counted()).toEqual([40, 0])
  expect(await lines('select * from tallies where n <> 0 order by 1, 2, 3, 4, 5, 6, 7')).toEqual(
    before,
  )
  await expectSound()
})

it('is written into the log at every step, without answers and without its words', async () => {
  const seqs = await recordMany(3)
  const id = await proposed(seqs, leader)
  await confirm(id, parent)
  await restoreInvalidation(admin, id, 'Phiếu thật', after)
  expect(await lines('select actor_id, action, unit_id, detail from audit_events')).toEqual(
    [
      [leader, 'proposed'],
      [parent, 'confirmed'],
      [admin, 'restored'],
    ].map(
      ([who, action]) =>
        `${(who as Scope).userId} invalidation-${action} 4 {"invalidation":${id},"responses":3}`,
    ),
  )
})

it.each([
  ['without a response', [], 'Thử máy', 'none-chosen'],
  ['without a reason', [1], ' \n ', 'blank-reason'],
  ['without the field of the reason', [1], null, 'blank-reason'],
  ['with a reason that is too long', [1], 'a'.repeat(longestReason + 1), 'too-long'],
  ['of a response that is not there', [1, 9999], 'Thử máy', 'not-found'],
  ['of no number', [Number.NaN], 'Thử máy', 'not-found'],
  ['of too many', Array.from({ length: 301 }, (_, i) => i), 'Thử máy', 'too-many-chosen'],
])('%s is refused', async (_, responses, reason, code) => {
  await recordMany(2)
  expect(await propose(responses, leader, reason)).toEqual(problem(code))
  expect(await lines('select count(*) from invalidations')).toEqual(['0'])
  expect(await lines('select count(*) from audit_events')).toEqual(['0'])
})

it('is of one unit only', async () => {
  const [a = 0] = await recordMany(1, 'xa-b')
  const [b = 0] = await recordMany(1, 'xa-b-1')
  expect(await propose([a, b], leader)).toEqual(problem('several-units'))
})

it('names no response twice, and none that another open proposal names', async () => {
  const [a = 0, b = 0, c = 0] = await recordMany(3)
  const first = await proposed([a, a, b], leader)
  expect(await lines('select size from invalidations')).toEqual(['2'])
  expect(await propose([b, c], parent)).toEqual(problem('already-proposed'))
  await decideInvalidation(parent, first, 'declined', after)
  const second = await proposed([b, c], leader)
  await confirm(second, parent)
  expect(await propose([c], leader)).toEqual(problem('already-proposed'))
  await restoreInvalidation(parent, second, 'Phiếu thật', after)
  expect(await propose([c], leader)).toMatchObject({ ok: true })
  await expectSound()
})

it('made twenty times at once is made once', async () => {
  const seqs = await recordMany(5)
  const made = await Promise.all(Array.from({ length: 20 }, () => propose(seqs, leader)))
  expect(made.filter(({ ok }) => ok).length).toBe(1)
  expect(made.filter(({ ok }) => !ok)[0]).toEqual(problem('already-proposed'))
  expect(await lines('select count(*) from invalidations')).toEqual(['1'])
  expect(await lines('select count(*) from audit_events')).toEqual(['1'])
  const apart = await Promise.all(
    (await recordMany(8, 'xa-b', 'more')).map((seq) => propose([seq], leader)),
  )
  expect(apart.every(({ ok }) => ok)).toBe(true)
  await expectSound()
})

it('a response that is not counted for no reason', async () => {
  const [seq] = await recordMany(3)
  await write([`update responses set tallied = 0 where seq = ${seq}`])
  expect(await listFaults()).toContain(
    `Response ${seq} is not counted, and no invalidation says why.`,
  )
})

it('an invalidated response that is counted, and a wrong sum of them', async () => {
  const [seq = 0] = await recordMany(1)
  await confirm(await proposed([seq], leader), parent)
  await write(["update tallies set n = 2 where slice = 'invalid'"])
  expect(await listFaults()).toEqual([expect.stringMatching(/invalid 1: stored 2, recounted 1\.$/)])
  await write(['update responses set tallied = 1'])
  expect(await listFaults()).toContain(`Response ${seq} is invalidated and counted all the same.`)
})

it('an invalidation that was tampered with', async () => {
  const [seq = 0, other = 0] = await recordMany(2)
  const id = await proposed([seq], leader)
  await write([
    'drop trigger invalidation_decisions_second_person',
    `insert into invalidation_responses values (${id}, ${other}, 0)`,
    `insert into invalidation_decisions values (${id}, 'declined', ${leader.userId}, 1)`,
  ])
  expect(await listFaults()).toEqual([
    `Invalidation ${id} holds responses it has let go, or the other way round.`,
    `Invalidation ${id} names another number of responses than it was proposed with.`,
    `Invalidation ${id} was decided by the one who proposed it, or withdrawn by another.`,
  ])
})
