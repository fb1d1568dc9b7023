import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { Movements, movesFigures } from '@/db/movements'
import { useTestDatabase } from '../helpers/database'
import { lines } from '../helpers/recount'

useTestDatabase()

/** What no figure rests on. A table that is new belongs here, or among those that figures rest on. */
const others = [
  'audit_events',
  'comment_marks',
  'comment_reveals',
  'comments',
  'device_credentials',
  'device_surveys',
  'devices',
  'drafts',
  'enrolment_codes',
  'exempt_ranges',
  'grants',
  'invalidation_decisions',
  'invalidation_responses',
  'invalidation_restorations',
  'invalidations',
  'password_links',
  'pending_sign_ins',
  'recovery_codes',
  'redactions',
  'refusals',
  'second_factors',
  'sessions',
  'settings',
  'snapshots',
  'spent_limits',
  'staff_drafts',
  'throttles',
  'users',
]

describe('what is written', () => {
  it.each([
    ['insert into tallies (n) values (1)', true],
    ['insert into tallies select 1 where true on conflict do update set n = n + 1', true],
    ['insert or ignore into "units" ("code") values (?)', true],
    ['update `units` set name = ?', true],
    ['UPDATE OR IGNORE surveys SET closed_at = 1', true],
    ['delete from tally_sheets where id = 1', true],
    ['replace into dossier_stats values (1)', true],
    ['with a as (select 1) insert into fields select * from a', true],
    ['create table something (a)', true],
    ['insert into sessions (id_hash) values (?) on conflict do update set seen_at = 1', false],
    ['update devices set seen_at = ?', false],
    ['insert into users select * from units', false],
  ])('%s: %s', (sql, moves) => expect(movesFigures(sql)).toBe(moves))

  it('of every table it is known whether figures rest on it', async () => {
    await database().$client.execute('select 1')
    const tables = await lines(
      "select name from sqlite_master where type = 'table' and name not like '\\_\\_%' escape '\\' and name not like 'sqlite%' order by 1",
    )
    expect(tables.length).toBeGreaterThan(30)
    const still = tables.filter((table) => !movesFigures(`update ${table} set a = 1`))
    expect(still).toEqual(others)
  })
})

describe('movements', () => {
  it('are told apart by units, and those of all reach every unit', () => {
    const moved = new Movements()
    const [a, b] = [moved.at([1]), moved.at([2])]
    moved.note([{ unitId: 1, halfMonth: 7 }])
    expect(moved.at([1])).not.toBe(a)
    expect(moved.at([2])).toBe(b)
    expect(moved.at([2, 1])).toBe(moved.at([1]))
    const before = moved.at([1])
    moved.note()
    expect(moved.at([1])).not.toBe(before)
    expect(moved.at([2])).not.toBe(b)
  })

  it('of a unit are told by the half-months that were counted in since, until all may have moved', () => {
    const moved = new Movements()
    const start = moved.at([1])
    expect(moved.since(1, start)).toEqual([])
    moved.note([{ unitId: 1, halfMonth: 7 }])
    const then = moved.at([1])
    moved.note([
      { unitId: 1, halfMonth: 9 },
      { unitId: 2, halfMonth: 5 },
    ])
    expect(moved.since(1, start)).toEqual([7, 9])
    expect(moved.since(1, then)).toEqual([9])
    expect(moved.since(1, moved.at([1]))).toEqual([])
    moved.note()
    expect(moved.since(1, then)).toBeNull()
    expect(moved.since(1, moved.at([1]))).toEqual([])
  })

  it('that reach all leave no unit at a number it had before', () => {
    const moved = new Movements()
    moved.note([{ unitId: 1, halfMonth: 7 }])
    const then = moved.at([1])
    moved.note()
    moved.note([{ unitId: 2, halfMonth: 7 }])
    expect(moved.at([1])).toBeGreaterThan(then)
  })
})
