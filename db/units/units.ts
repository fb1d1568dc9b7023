import 'server-only'
import { eq } from 'drizzle-orm'
import { type Capability, type Scope, unitsFor } from '@/domain/access'
import type { Day } from '@/domain/period'
import { ok, type Result, refused } from '@/domain/problem'
import { tidy } from '@/domain/tidy-text'
import { plantTree, type Unit, type UnitLevel, type UnitTree, unitByCode } from '@/domain/unit'
import type { Actor } from '../audit/event'
import { writeWithAudit } from '../audit/log'
import { database, type Statement, write } from '../client'
import { KeptWhole } from '../kept-whole'
import { units } from '../schema/units'

export type NewUnit = Readonly<{
  code: string
  name: string
  level: UnitLevel
  parentCode?: string
  validFrom?: Day | null
  validTo?: Day | null
}>

export type UnitProblem = 'blank-code' | 'blank-name' | 'unit-exists' | 'unknown-parent'

/** Every unit, by name. For sign-in, the figures and commands; pages ask `listUnitsFor`. */
export const listUnits = (): Promise<readonly Unit[]> => known.value('', [], readUnits)

const known = new KeptWhole<readonly Unit[]>('units')
const readUnits = async (): Promise<Unit[]> =>
  await database().select().from(units).orderBy(units.name, units.id)

/** The units in which the person may do this, by name. */
export async function listUnitsFor(scope: Scope, capability: Capability): Promise<Unit[]> {
  const allowed = unitsFor(scope, capability)
  return (await listUnits()).filter((unit) => allowed.has(unit.id))
}

type FoundUnit = Readonly<{
  unit: Unit
  tree: UnitTree
  /** Every unit in which the person may do this. */
  allowed: ReadonlySet<number>
}>

/** The unit of this code, where the person may do this; null for an unknown one and for one out of reach alike. */
export async function findUnitFor(
  scope: Scope,
  capability: Capability,
  code: string,
): Promise<FoundUnit | null> {
  const tree = plantTree(await listUnits())
  const allowed = unitsFor(scope, capability)
  const unit = unitByCode(tree, code)
  return unit && allowed.has(unit.id) ? { unit, tree, allowed } : null
}

export async function getUnit(code: string): Promise<Unit | null> {
  const [unit] = await database().select().from(units).where(eq(units.code, code))
  return unit ?? null
}

/** Adds a unit under its parent, or at the top, and notes who did. */
export async function recordUnit(
  unit: NewUnit,
  by: Actor,
  now: number,
): Promise<Result<Unit, UnitProblem>> {
  const code = tidy(unit.code)
  const name = tidy(unit.name)
  if (code === '') return refused({ code: 'blank-code', field: 'code' })
  if (name === '') return refused({ code: 'blank-name', field: 'name' })
  if (await getUnit(code)) {
    return refused({ code: 'unit-exists', field: 'code', params: { unit: code } })
  }
  const parent = unit.parentCode === undefined ? null : await getUnit(unit.parentCode)
  if (unit.parentCode !== undefined && !parent) {
    return refused({ code: 'unknown-parent', field: 'parent', params: { unit: unit.parentCode } })
  }
  const event = { ...by, action: 'unit-added' as const, detail: { unit: code, level: unit.level } }
  await writeWithAudit([unitStatement({ ...unit, code, name })], event, now)
  const recorded = await getUnit(code)
  if (!recorded) throw new Error(`unit ${code} vanished`)
  return ok(recorded)
}

/** Inserts a unit; its parent is looked up when the statement runs, so that one batch can make both. */
export function unitStatement(unit: NewUnit): Statement {
  const { code, name, level, parentCode, validFrom, validTo } = unit
  const sql = `insert into units (code, name, level, parent_id, valid_from, valid_to)
    values (?, ?, ?, (select id from units where code = ?), ?, ?)`
  return {
    sql,
    args: [code, name, level, parentCode ?? null, validFrom ?? null, validTo ?? null],
  }
}

/** Writes down when a unit began and ended and which one took over from it; history keeps the old unit. */
export async function recordSuccession(
  code: string,
  { validFrom, validTo, successor }: Readonly<Succession>,
): Promise<void> {
  const sql = `update units set valid_from = ?, valid_to = ?,
    successor_id = (select id from units where code = ?) where code = ?`
  await write([{ sql, args: [validFrom, validTo, successor, code] }])
}

type Succession = { validFrom: Day | null; validTo: Day | null; successor: string | null }
