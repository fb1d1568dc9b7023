import 'server-only'
import { administersEverything, type Scope, unitsFor } from '@/domain/access'
import type { ListFinding } from '@/domain/list-file'
import { ok, type Problem, type Result, refused } from '@/domain/problem'
import type { Unit } from '@/domain/unit'
import type { UnitLine } from '@/domain/unit-file'
import { inWaves } from '@/domain/unit-waves'
import { doneBy, writeUnlessRefused } from '../audit/log'
import { listUnits } from './units'

/** What storing a list would do: units to be added, units that stand so already, and every problem by row. */
export type UnitPlan = Readonly<{
  added: readonly UnitLine[]
  same: readonly UnitLine[]
  problems: readonly ListFinding[]
}>

/** Compares a list with what is there. An import adds and never changes: what differs is a problem. */
export async function planUnits(scope: Scope, lines: readonly UnitLine[]): Promise<UnitPlan> {
  const all = await listUnits()
  const reach = unitsFor(scope, 'administration')
  const byCode = new Map(all.map((unit) => [unit.code, unit]))
  const byId = new Map(all.map((unit) => [unit.id, unit]))
  const listed = new Set(lines.map(({ code }) => code))
  const mayStandOnTop = administersEverything(scope)
  const same = lines.filter((line) => isSame(line, byCode.get(line.code), byId, reach))
  const known = new Set(same)
  const added = lines.filter((line) => !known.has(line))
  const circular = new Set(inWaves(added).circular)
  const problemOf = (line: UnitLine): Problem | null => {
    const { code, parentCode } = line
    if (byCode.has(code)) return { code: 'unit-differs', params: { unit: code } }
    if (parentCode === '') return mayStandOnTop ? null : { code: 'no-parent' }
    if (circular.has(line)) return { code: 'would-circle' }
    const parent = byCode.get(parentCode)
    const isThere = parent ? reach.has(parent.id) : listed.has(parentCode)
    return isThere ? null : { code: 'unknown-parent' }
  }
  const problems = added.flatMap((line) => {
    const problem = problemOf(line)
    return problem ? [{ row: line.row, problem }] : []
  })
  return { added, same, problems }
}

/** Adds every unit of a list, or none. */
export async function importUnits(
  scope: Scope,
  lines: readonly UnitLine[],
  file: string,
  now: number,
): Promise<Result<number, 'list-changed'>> {
  const { added, problems } = await planUnits(scope, lines)
  if (problems.length > 0) return refused({ code: 'list-changed' })
  if (added.length === 0) return ok(0)
  const statements = inWaves(added).waves.map((wave) => ({
    sql: `insert into units (code, name, level, parent_id)
      select value ->> 0, value ->> 1, value ->> 2,
        (select id from units where code = value ->> 3) from json_each(?)`,
    args: [
      JSON.stringify(
        wave.map(({ code, name, level, parentCode }) => [code, name, level, parentCode]),
      ),
    ],
  }))
  const event = doneBy(scope, {
    action: 'units-imported' as const,
    detail: { file, units: added.length },
  })
  // Refused where somebody has added one of them since.
  const isDone = await writeUnlessRefused(/UNIQUE.*units\.code/, statements, event, now)
  return isDone ? ok(added.length) : refused({ code: 'list-changed' })
}

function isSame(
  line: UnitLine,
  unit: Unit | undefined,
  byId: ReadonlyMap<number, Unit>,
  reach: ReadonlySet<number>,
): boolean {
  if (!unit || !reach.has(unit.id)) return false
  const parent = unit.parentId === null ? undefined : byId.get(unit.parentId)
  return (
    unit.name === line.name && unit.level === line.level && (parent?.code ?? '') === line.parentCode
  )
}
