import { beforeEach, expect, test } from 'vitest'
import { database } from '@/db/client'
import { makeFirstThings } from '@/db/installation/first-start'
import { auditDatabase } from '@/db/recount/database'
import { parseDossierCounts } from '@/domain/dossier/counts'
import { dossiersOf } from '@/scripts/demonstration/dossiers'
import { fillOffice } from '@/scripts/demonstration/fill'
import { communePlan, districtPlan } from '@/scripts/demonstration/plan'
import { visitsOf } from '@/scripts/demonstration/visits'
import { useTestDatabase } from '@/test/helpers/database'

useTestDatabase()
beforeEach(() => makeFirstThings(Date.now()))

const today = '2026-11-23'

test('the same seed and day give the same responses, more of them the same and some more', async () => {
  expect(await fillOffice(300, 7, today)).toEqual({ recorded: 300, known: 0 })
  expect(await fillOffice(300, 7, today)).toEqual({ recorded: 0, known: 300 })
  expect(await fillOffice(400, 7, today)).toEqual({ recorded: 100, known: 300 })
})

test('another seed gives other visits', () => {
  const times = (seed: number) => visitsOf(seed, today, 50).map(({ at }) => at)
  expect(times(1)).toEqual(times(1))
  expect(times(1)).not.toEqual(times(2))
})

test('visits lie in office hours of working days, in the year that ends yesterday or with the district', () => {
  for (const { at, unit } of visitsOf(3, today, 2000)) {
    const local = new Date(at + 7 * 3_600_000)
    const day = local.toISOString().slice(0, 10)
    expect([1, 2, 3, 4, 5]).toContain(local.getUTCDay())
    expect([7, 8, 9, 10, 13, 14, 15, 16]).toContain(local.getUTCHours())
    const [from, to] = unit.validTo ? ['2024-07-01', '2025-06-30'] : ['2025-11-23', '2026-11-22']
    expect(day >= from && day <= to, `${unit.code} ${day}`).toBe(true)
  }
})

test('every desk is well liked by most and perfect for none, one of them weaker than the rest', async () => {
  await fillOffice(3000, 1, today)
  const { rows } = await database().$client.execute(`
    select u.code || ' ' || d.code as desk, sum(n) as n,
      sum(case when cell in ('4', '5') then n else 0 end) * 1.0 / sum(n) as rate
    from tallies t join units u on u.id = t.unit_id join desks d on d.id = t.item
    where slice = 'desk' group by 1`)
  const rates = Object.fromEntries(rows.map((row) => [String(row.desk), Number(row.rate)]))
  expect(Object.keys(rates).length).toBe(9)
  for (const rate of Object.values(rates)) expect(rate).toBeLessThan(0.95)
  for (const rate of Object.values(rates)) expect(rate).toBeGreaterThan(0.6)
  const commune = Object.entries(rates).filter(([desk]) => desk.startsWith('an-phu-loi'))
  expect(commune.toSorted((a, b) => a[1] - b[1])[0]?.[0]).toBe('an-phu-loi 3')
})

test('what was filled in stands the audit', async () => {
  await fillOffice(500, 1, today)
  const faults: string[] = []
  const report = await auditDatabase((sentence) => faults.push(sentence))
  expect(faults).toEqual([])
  expect(report.responses).toBe(500)
})

test.each([communePlan, districtPlan])('the dossiers of $code fulfil the identities', (unit) => {
  const months = dossiersOf(unit, today, 1, 6000)
  expect(months.length).toBe(unit.desks.length * 12)
  for (const { counts } of months) {
    expect(parseDossierCounts(counts)).toEqual({ ok: true, value: counts })
    expect(counts.resolvedLate).toBeGreaterThanOrEqual(0)
  }
  expect(months.some(({ counts }) => Number(counts.resolvedLate) > 0)).toBe(true)
})
