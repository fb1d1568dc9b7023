import { beforeEach, expect, it } from 'vitest'
import { write } from '@/db/client'
import { decideInvalidation, restoreInvalidation } from '@/db/invalidations/decisions'
import {
  countDeciders,
  countOpenInvalidations,
  getInvalidation,
  listOpenInvalidations,
  listPastInvalidations,
} from '@/db/invalidations/list'
import { lookAtInvalidation } from '@/db/invalidations/look'
import type { Scope } from '@/domain/access'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict } from '../helpers/district'
import { after, confirm, proposed, recordMany } from '../helpers/invalidation'
import { personWith } from '../helpers/people'
import { lines } from '../helpers/recount'

useTestDatabase()

let leader: Scope
let parent: Scope

beforeEach(async () => {
  await foundDistrict()
  leader = await personWith(['leader', 'xa-b'])
  parent = await personWith(['leader', 'tinh'])
})

const idsOf = (items: readonly { id: number }[]) => items.map(({ id }) => id)

it('those that wait, oldest first, and those that were decided on, newest first', async () => {
  const seqs = await recordMany(5)
  const ids: number[] = []
  for (const seq of seqs) ids.push(await proposed([seq], leader))
  const [a = 0, b = 0, c = 0] = ids
  await confirm(a, parent)
  await decideInvalidation(parent, b, 'declined', after)
  await restoreInvalidation(parent, a, 'Phiếu thật', after)
  expect(idsOf(await listOpenInvalidations(leader))).toEqual(ids.slice(2))
  expect(await countOpenInvalidations(leader)).toBe(3)
  expect(idsOf(await listPastInvalidations(leader))).toEqual([b, a])
  expect(idsOf(await listPastInvalidations(leader, b))).toEqual([a])
  expect(await getInvalidation(leader, a)).toMatchObject({
    unit: { code: 'xa-b' },
    size: 1,
    reason: 'Thử máy',
    sign: 'burst',
    proposed: { name: leader.name },
    decision: { decision: 'confirmed', name: parent.name },
    restored: { reason: 'Phiếu thật', name: parent.name },
  })
  expect(await getInvalidation(leader, c)).toMatchObject({ decision: null, restored: null })
})

it.each([
  ['leader', 'xa-b', true],
  ['leader', 'tinh', true],
  ['admin', 'office', true],
  ['leader', 'xa-a', false],
  ['reporter', 'tinh', false],
  ['viewer', 'tinh', false],
  ['clerk', 'tinh', false],
] as const)('are seen by the %s of %s: %s', async (role, unit, may) => {
  const id = await proposed(await recordMany(1), leader)
  const scope = await personWith([role, unit])
  expect(idsOf(await listOpenInvalidations(scope))).toEqual(may ? [id] : [])
  expect((await getInvalidation(scope, id)) !== null).toBe(may)
})

it('its responses are shown in order of answering, and the look is noted', async () => {
  const id = await proposed(await recordMany(4), leader)
  const found = await getInvalidation(parent, id)
  if (!found) throw new Error('not found')
  const shown = await lookAtInvalidation(parent, found, after)
  expect(shown.map(({ level }) => level)).toEqual([5, 2, 4, 1])
  expect(shown.every(({ source }) => source.desk === 'Quầy 1')).toBe(true)
  expect(
    await lines('select actor_id, action, detail from audit_events order by seq desc limit 1'),
  ).toEqual([`${parent.userId} responses-viewed {"invalidation":${id},"responses":4}`])
})

it('counts who else may decide: nobody where the only administrator proposes at the top', async () => {
  const byLeader = await getInvalidation(leader, await proposed(await recordMany(1), leader))
  if (!byLeader) throw new Error('not found')
  expect(await countDeciders(byLeader)).toBe(1)
  await write([{ sql: 'update users set disabled_at = 1 where id = ?', args: [parent.userId] }])
  expect(await countDeciders(byLeader)).toBe(0)
  const admin = await personWith(['admin', 'tinh'])
  expect(await countDeciders(byLeader)).toBe(1)
  const atTop = await getInvalidation(admin, await proposed(await recordMany(1, 'tinh'), admin))
  if (!atTop) throw new Error('not found')
  expect(await countDeciders(atTop)).toBe(0)
  await personWith(['leader', 'tinh'])
  expect(await countDeciders(atTop)).toBe(0)
  await personWith(['admin', 'office'])
  expect(await countDeciders(atTop)).toBe(1)
})
