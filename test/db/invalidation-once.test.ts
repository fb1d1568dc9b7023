import { beforeEach, expect, it } from 'vitest'
import { write } from '@/db/client'
import { decideInvalidation, restoreInvalidation } from '@/db/invalidations/decisions'
import { recordResponse } from '@/db/responses/intake'
import type { Scope } from '@/domain/access'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict } from '../helpers/district'
import { idOf } from '../helpers/envelopes'
import {
  after,
  answersOf,
  confirm,
  counted,
  expectSound,
  problem,
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

it('confirmed twenty times at once, by two people, with answers still coming in', async () => {
  const seqs = await recordMany(60)
  const id = await proposed(seqs.slice(0, 30), leader)
  const deciders = Array.from({ length: 20 }, (_, i) => (i % 2 ? parent : admin))
  const [outcomes] = await Promise.all([
    Promise.all(deciders.map((who) => confirm(id, who))),
    recordMany(50, 'xa-b', 'meanwhile'),
  ])
  expect(outcomes.filter(({ ok }) => ok).length).toBe(1)
  expect(outcomes.filter(({ ok }) => !ok)[0]).toEqual(problem('already-decided'))
  expect(await counted()).toEqual([80, 30])
  expect(
    await lines("select count(*) from audit_events where action = 'invalidation-confirmed'"),
  ).toEqual(['1'])
  await expectSound()
})

it('confirmed and declined at once is one of both', async () => {
  const id = await proposed(await recordMany(10), leader)
  const outcomes = await Promise.all([
    confirm(id, parent),
    decideInvalidation(admin, id, 'declined', after),
    decideInvalidation(leader, id, 'withdrawn', after),
  ])
  expect(outcomes.filter(({ ok }) => ok).length).toBe(1)
  await expectSound()
})

it('restored twenty times at once; then it is over', async () => {
  const id = await proposed(await recordMany(10), leader)
  await confirm(id, parent)
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => restoreInvalidation(admin, id, 'Phiếu thật', after)),
  )
  expect(outcomes.filter(({ ok }) => ok).length).toBe(1)
  expect(outcomes.filter(({ ok }) => !ok)[0]).toEqual(problem('already-restored'))
  expect(await confirm(id, parent)).toEqual(problem('already-decided'))
  expect(await counted()).toEqual([10, 0])
  await expectSound()
})

it('a replay of an invalidated response is answered as such and adds nothing', async () => {
  const seqs = await recordMany(4)
  await confirm(await proposed(seqs, leader), parent)
  const at = arrival
  const again = await recordResponse(
    {
      id: idOf('xa-b 0'),
      surveyVersionId: 'desk-8@1',
      door: 'desk-8.xa-b.kiosk',
      answers: answersOf(0),
      locale: 'vi',
      startedAt: at - 1000,
      answeredAt: at,
      sentAt: after,
    },
    after,
    'office',
  )
  expect(again).toEqual({ outcome: 'replayed' })
  expect(await counted()).toEqual([0, 4])
  await expectSound()
})

it('three hundred over a month', async () => {
  const seqs = await recordMany(300)
  await confirm(await proposed(seqs, leader), parent)
  expect(await counted()).toEqual([0, 300])
  await expectSound()
})

it('nothing changes when the transaction breaks', async () => {
  const id = await proposed(await recordMany(5), leader)
  await write(["update tallies set n = 1 where slice = 'question' and cell = '3'"])
  const before = await lines('select * from tallies')
  await write(["update tallies set n = 0 where slice = 'channel'"])
  await expect(confirm(id, parent)).rejects.toThrow(/never negative/)
  expect(await lines("select * from tallies where slice <> 'channel'")).toEqual(
    before.filter((line) => !line.includes(' channel ')),
  )
  expect(await lines('select count(*) from invalidation_decisions')).toEqual(['0'])
  expect(await lines('select count(*) from responses where tallied = 0')).toEqual(['0'])
})
