import 'server-only'
import { findExcess } from '@/domain/dossier/excess'
import { allFields } from '@/domain/dossier/form'
import { groupBy } from '@/domain/group-by'
import { takeTurn } from '@/lib/unhurried'
import {
  isSamePeriod,
  type KnownUnits,
  type Places,
  type Plan,
  placeOf,
  type StatRow,
} from './rows'

/** Tables in which, with the new rows in, the fields would add up to more than the row for all of them. */
export async function findContradictions<Row extends StatRow>(
  units: KnownUnits,
  fieldIds: ReadonlyMap<string, number>,
  byPlace: Places,
  rows: readonly Row[],
): Promise<Plan<Row>['problems'][number][]> {
  const tables = groupBy(rows, ({ unitCode, period: { from, to } }) => `${unitCode} ${from} ${to}`)
  const found: Plan<Row>['problems'][number][] = []
  for (const table of tables.values()) {
    await takeTurn()
    const [first] = table
    const unitId = first && units.get(first.unitCode)
    if (!first || unitId === undefined) continue
    const given = new Map(table.map(({ fieldCode, counts }) => [fieldCode, counts]))
    const standing = [null, ...fieldIds.keys()].flatMap((field) => {
      if (given.has(field) || unitId === null) return []
      const there = byPlace.get(placeOf(unitId, field === null ? null : (fieldIds.get(field) ?? 0)))
      const same = there?.find(({ period }) => isSamePeriod(period, first.period))
      return same ? [{ field, counts: same.counts }] : []
    })
    const merged = [...[...given].map(([field, counts]) => ({ field, counts })), ...standing]
    const row = table.find(({ fieldCode }) => fieldCode === null) ?? first
    for (const problem of findExcess(merged)) {
      found.push({ row, problem: { ...problem, params: { ...problem.params, row: allFields } } })
    }
  }
  return found
}
