import { beforeEach, expect, it } from 'vitest'
import { write } from '@/db/client'
import { decideInvalidation, restoreInvalidation } from '@/db/invalidations/decisions'
import type { Scope } from '@/domain/access'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict } from '../helpers/district'
import {
  after,
  confirm,
  done,
  expectSound,
  problem,
  propose,
  proposed,
  recordMany,
} from '../helpers/invalidation'
import { personWith } from '../helpers/people'

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

it.each([
  ['leader', 'xa-b', true],
  ['leader', 'tinh', true],
  ['admin', 'xa-b', true],
  ['admin', 'office', true],
  ['leader', 'xa-a', false],
  ['leader', 'xa-b-1', false],
  ['reporter', 'xa-b', false],
  ['clerk', 'xa-b', false],
  ['viewer', 'tinh', false],
] as const)('propose: %s at %s: %s', async (role, unit, may) => {
  const made = await propose(await recordMany(1), await personWith([role, unit]))
  expect(made).toEqual(may ? { ok: true, value: 1 } : problem('not-found'))
})

it.each([
  ['leader', 'tinh', true],
  ['admin', 'tinh', true],
  ['admin', 'office', true],
  ['leader', 'xa-b', false],
  ['admin', 'xa-b', false],
  ['leader', 'xa-a', false],
  ['reporter', 'tinh', false],
  ['clerk', 'tinh', false],
  ['viewer', 'tinh', false],
] as const)('confirm, decline and restore: %s at %s: %s', async (role, unit, may) => {
  const [a = 0, b = 0] = await recordMany(2)
  const who = await personWith([role, unit])
  const expected = may ? done : problem('not-found')
  const confirmed = await proposed([a], leader)
  expect(await confirm(confirmed, who)).toEqual(expected)
  expect(await decideInvalidation(who, await proposed([b], leader), 'declined', after)).toEqual(
    expected,
  )
  if (!may) await confirm(confirmed, parent)
  expect(await restoreInvalidation(who, confirmed, 'Phiếu thật', after)).toEqual(expected)
  await expectSound()
})

it('nobody confirms what they proposed themselves, but may withdraw it', async () => {
  const id = await proposed(await recordMany(1), parent)
  expect(await confirm(id, parent)).toEqual(problem('own-proposal'))
  expect(await decideInvalidation(parent, id, 'declined', after)).toEqual(problem('own-proposal'))
  expect(await decideInvalidation(admin, id, 'withdrawn', after)).toEqual(problem('not-proposer'))
  expect(await decideInvalidation(parent, id, 'withdrawn', after)).toEqual(done)
  expect(await restoreInvalidation(parent, id, 'x', after)).toEqual(problem('not-confirmed'))
  await expectSound()
})

it('the database itself refuses that the proposer confirms', async () => {
  const id = await proposed(await recordMany(1), leader)
  const own = `insert into invalidation_decisions values (${id}, 'confirmed', ${leader.userId}, 1)`
  await expect(write([own])).rejects.toThrow(/second person/)
  await expect(write(['update invalidations set reason = 1'])).rejects.toThrow(/as they were/)
  await expect(write(['delete from responses'])).rejects.toThrow(/never deleted/)
})

it('at the top another administrator decides; a leader there does not', async () => {
  const seqs = await recordMany(1, 'tinh')
  const id = await proposed(seqs, admin)
  expect(await confirm(id, admin)).toEqual(problem('own-proposal'))
  expect(await confirm(id, parent)).toEqual(problem('not-found'))
  const second = await personWith(['admin', 'office'])
  expect(await confirm(id, second)).toEqual(done)
})

it('the parent of the day decides: a unit that was moved has another', async () => {
  const id = await proposed(await recordMany(1), leader)
  await write([
    "update units set parent_id = (select id from units where code = 'office') where code = 'xa-b'",
  ])
  const old = await personWith(['leader', 'tinh'])
  const next = await personWith(['leader', 'office'])
  expect(await confirm(id, old)).toEqual(problem('not-found'))
  expect(await confirm(id, next)).toEqual(done)
})

it('a proposal outlives the role of its proposer', async () => {
  const id = await proposed(await recordMany(1), leader)
  await write([`delete from grants where user_id = ${leader.userId}`])
  expect(await confirm(id, parent)).toEqual(done)
})

it.each([0, 99, Number.NaN, 1.5])('a proposal %s that is not there is not found', async (id) => {
  expect(await confirm(id, parent)).toEqual(problem('not-found'))
  expect(await restoreInvalidation(parent, id, 'x', after)).toEqual(problem('not-found'))
})
