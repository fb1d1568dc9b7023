import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '@/db/client'
import { type Change, saveDossierRows } from '@/db/dossiers/changes'
import { listDossierEntries } from '@/db/dossiers/entries'
import { findDossierUnits, listEntryGroups } from '@/db/dossiers/groups'
import type { StatRow } from '@/db/dossiers/rows'
import { statStatement } from '@/db/dossiers/statements'
import { getDossierTable } from '@/db/dossiers/table'
import { withdrawDossierEntries } from '@/db/dossiers/withdrawals'
import { listRates } from '@/db/rates/figures'
import { getUnit } from '@/db/units/units'
import type { Role } from '@/domain/access'
import { type DossierCounts, noDossierCounts } from '@/domain/dossier/dossier'
import { monthPeriod, type Period } from '@/domain/period'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict, scopeAt, type UnitCode } from '../helpers/district'
import { lines } from '../helpers/recount'

useTestDatabase()
beforeEach(async () => {
  await foundDistrict()
  await write([
    "insert into users (id, email, name, password_hash, created_at) values (1, 'a@b', 'Lê Thị A', '', 0)",
  ])
})

const may = monthPeriod('2026-05')
const june = monthPeriod('2026-06')
const both = { from: may.from, to: june.to }

const row = (
  unitCode: string,
  period: Period,
  counts: Partial<DossierCounts>,
  fieldCode: string | null = null,
): StatRow => ({ unitCode, fieldCode, period, counts: { ...noDossierCounts, ...counts } })

async function save(rows: readonly StatRow[], more: Partial<Change> = {}, role: Role = 'clerk') {
  const change = { rows, source: 'Biểu 06', reason: '', seen: [], ...more }
  const saved = await saveDossierRows(await scopeAt('xa-b', role), change, arrival)
  return saved.ok ? saved.value : saved.problems.map(({ code }) => code)
}

const standing = () =>
  lines('select id, received from dossier_stats where ended_at is null order by id')
const events = () => lines("select action || ' ' || detail from audit_events order by seq")

async function received(unit: UnitCode, period: Period) {
  const found = await getDossierTable(await scopeAt('tinh'), unit, period)
  return found.ok ? (found.value.total?.counts.received ?? null) : 'not-found'
}

describe('entering and correcting', () => {
  test('a correction takes the place of what stood, which is kept with who and why', async () => {
    expect(await save([row('xa-b', may, { received: 10 })])).toEqual({
      added: 1,
      replaced: 0,
      same: 0,
    })
    const corrected = [row('xa-b', may, { received: 12 })]
    expect(await save(corrected, { seen: [1] })).toEqual(['blank-reason'])
    expect(await save(corrected, { reason: 'gõ nhầm' })).toEqual(['changed-meanwhile'])
    expect(await save(corrected, { seen: [1], reason: 'gõ nhầm' })).toMatchObject({ replaced: 1 })
    expect(await standing()).toEqual(['2 12'])
    expect(await received('xa-b', may)).toBe(12)
    const unit = await getUnit('xa-b')
    const [now, before] = unit ? await listDossierEntries(unit, may) : []
    expect(now).toMatchObject({ id: 2, enteredBy: 'Lê Thị A', source: 'Biểu 06', ended: null })
    expect(before).toMatchObject({
      id: 1,
      counts: { received: 10 },
      ended: { at: arrival, by: 'Lê Thị A', reason: 'gõ nhầm', isReplaced: true },
    })
    expect(await lines('select replaced_by from dossier_stats where id = 1')).toEqual(['2'])
    expect(await events()).toEqual([
      expect.stringMatching(/^dossiers-entered .*"rows":1,"replaced":0/),
      expect.stringMatching(/^dossiers-corrected .*"replaced":1.*"reason":"gõ nhầm"/),
    ])
  })

  test('rows that say what stands are left alone', async () => {
    const rows = [row('xa-b', may, { received: 10 }), row('xa-b', may, { received: 4 }, 'dat-dai')]
    await save(rows)
    expect(await save(rows, { seen: [1, 2] })).toEqual(['nothing-new'])
    const changed = [rows[0], row('xa-b', may, { received: 5 }, 'dat-dai')].flatMap((r) => r ?? [])
    expect(await save(changed, { seen: [1, 2], reason: 'x' })).toEqual({
      added: 0,
      replaced: 1,
      same: 1,
    })
    expect(await standing()).toEqual(['1 10', '3 5'])
  })
})

describe('what contradicts what stands', () => {
  test('days that overlap other days are refused, naming them, and nothing is stored', async () => {
    await save([row('xa-b', both, { received: 10 })])
    const scope = await scopeAt('xa-b', 'clerk')
    const rows = [row('xa-b-1', may, { received: 1 }), row('xa-b', june, { received: 2 })]
    const saved = await saveDossierRows(scope, { rows, source: '', reason: '', seen: [1] }, arrival)
    expect(saved).toEqual({
      ok: false,
      problems: [{ code: 'overlaps-entry', params: { ...both, row: '*' } }],
    })
    expect(await standing()).toEqual(['1 10'])
    expect(await save([row('xa-b', june, { received: 2 }, 'dat-dai')])).toMatchObject({ added: 1 })
  })

  test('the fields never add up to more than the row for all of them, stored or new', async () => {
    await save([row('xa-b', may, { received: 10 }), row('xa-b', may, { received: 6 }, 'dat-dai')])
    const field = row('xa-b', may, { received: 5 }, 'ho-tich')
    const change = { source: '', reason: 'x', seen: [1, 2] }
    const scope = await scopeAt('xa-b', 'clerk')
    const saved = await saveDossierRows(scope, { ...change, rows: [field] }, arrival)
    expect(saved).toMatchObject({
      problems: [
        { code: 'fields-exceed-all', field: 'received', params: { whole: 10, sum: 11, row: '*' } },
      ],
    })
    expect(await save([field, row('xa-b', may, { received: 11 })], change)).toMatchObject({
      added: 1,
      replaced: 1,
    })
    expect(await save([row('xa-b', june, { received: 9 }, 'ho-tich')], change)).toMatchObject({
      added: 1,
    })
  })

  test('the database refuses what a second writer brings at the same time', async () => {
    const stat = { ...row('xa-b', may, { received: 1 }), source: 'x' }
    await write([statStatement(stat, arrival)])
    await expect(write([statStatement({ ...stat, period: both }, arrival)])).rejects.toThrow(
      'overlap',
    )
    await expect(write(['update dossier_stats set received = 5'])).rejects.toThrow('new row')
    await expect(write(['delete from dossier_stats'])).rejects.toThrow('kept')
    const twice = await Promise.all(
      [1, 2].map((n) => save([row('xa-b', june, { received: n }, 'ho-tich')])),
    )
    expect(twice).toContainEqual(['changed-meanwhile'])
    expect(twice).toContainEqual({ added: 1, replaced: 0, same: 0 })
  })
})

describe('withdrawing', () => {
  const withdraw = async (ids: number[], reason: string, unit: UnitCode = 'xa-b') => {
    const scope = await scopeAt(unit, 'clerk')
    const done = await withdrawDossierEntries(scope, { ids, reason }, arrival)
    return done.ok ? done.value.n : done.problems[0]?.code
  }

  test('takes rows out of the figures with a reason, once', async () => {
    await save([row('xa-b', may, { received: 10 }), row('xa-b', june, { received: 20 })])
    expect(await withdraw([], 'x')).toBe('nothing-chosen')
    expect(await withdraw([1], ' ')).toBe('blank-reason')
    expect(await withdraw([1], 'x'.repeat(301))).toBe('too-long')
    for (const unit of ['tinh', 'xa-b'] as const) expect(await received(unit, may)).toBe(10)
    expect(await withdraw([1], 'nhầm xã', 'xa-a')).toBe('not-found')
    expect(await withdraw([1, 99], 'nhầm xã')).toBe('not-found')
    expect(await withdraw([1], 'nhầm xã')).toBe(1)
    expect(await withdraw([1], 'nhầm xã')).toBe('not-found')
    expect(await received('xa-b', may)).toBeNull()
    expect((await events()).at(-1)).toMatch(
      /^dossiers-withdrawn .*"unit":"xa-b".*"reason":"nhầm xã"/,
    )
    expect(await save([row('xa-b', both, { received: 30 })])).toEqual(['overlaps-entry'])
    expect(await save([row('xa-b', may, { received: 11 })])).toMatchObject({ added: 1 })
  })
})

describe('who may', () => {
  test.each(['clerk', 'reporter', 'admin'] as const)('a %s enters, also below', async (role) => {
    expect(await save([row('xa-b-1', may, { received: 1 })], {}, role)).toMatchObject({ added: 1 })
  })

  test('nobody enters for a parent, a sibling or somewhere unknown', async () => {
    for (const unit of ['tinh', 'xa-a', 'office', 'khong-co']) {
      expect(await save([row(unit, may, { received: 1 })])).toEqual(['not-found'])
      expect(await findDossierUnits(await scopeAt('xa-b', 'clerk'), unit)).toBeNull()
    }
    expect(await save([row('xa-b', may, { received: 1 }, 'khong-co')])).toEqual(['not-found'])
  })

  test.each(['viewer', 'leader'] as const)('a %s enters nothing', async (role) => {
    expect(await save([row('xa-b', may, { received: 1 })], {}, role)).toEqual(['not-found'])
    expect(await findDossierUnits(await scopeAt('xa-b', role), 'xa-b')).toBeNull()
  })
})

test('coverage follows a correction and a withdrawal', async () => {
  const scope = await scopeAt('xa-b', 'admin')
  const coverage = async () => {
    const filter = { unit: 'xa-b', survey: 'kiosk-1', ...may, by: 'total', locale: 'vi' } as const
    const rates = await listRates(scope, filter)
    return rates.ok ? rates.value.coverage : rates.problems
  }
  await save([row('xa-b', may, { resolved: 10 })])
  expect(await coverage()).toMatchObject({ status: 'ok', dossiers: 10 })
  await save([row('xa-b', may, { resolved: 12 })], { seen: [1], reason: 'x' })
  expect(await coverage()).toMatchObject({ dossiers: 12 })
  await withdrawDossierEntries(scope, { ids: [2], reason: 'x' }, arrival)
  expect(await coverage()).toMatchObject({ status: 'no-statistics' })
})

test('tables are listed by unit and days with who entered them', async () => {
  await save([row('xa-b', may, { received: 9 }), row('xa-b', may, { received: 4 }, 'dat-dai')])
  await save([row('xa-b-1', june, { received: 1 })], { source: '' })
  const units = await findDossierUnits(await scopeAt('xa-b', 'clerk'), 'xa-b')
  const ids = units?.map(({ id }) => id) ?? []
  expect(units?.map(({ code }) => code)).toEqual(['xa-b', 'xa-b-1'])
  const groups = await listEntryGroups(ids, { from: '2026-01-01', to: '2026-12-31' })
  expect(groups).toMatchObject([
    { period: june, fields: 0, together: true, sources: ['bảng gõ tay, chưa ghi nguồn'] },
    { period: may, fields: 1, together: true, sources: ['Biểu 06'], enteredBy: ['Lê Thị A'] },
  ])
  expect(await listEntryGroups(ids, monthPeriod('2026-07'))).toEqual([])
})
