import 'server-only'
import { eq } from 'drizzle-orm'
import { administersEverything, type Scope } from '@/domain/access'
import { ok, type Problem, type Result, refused } from '@/domain/problem'
import { tidy } from '@/domain/tidy-text'
import { isUnitCode, type Unit } from '@/domain/unit'
import { parseUnitFacts, type UnitFactsInput, type UnitFactsProblem } from '@/domain/unit-facts'
import { doneBy, writeWithAudit } from '../audit/log'
import { database } from '../client'
import { units } from '../schema/units'
import { findUnitFor, recordUnit, type UnitProblem } from './units'

/** A unit that the person administers, or null. */
export async function getManagedUnit(scope: Scope, code: string): Promise<Unit | null> {
  return (await findUnitFor(scope, 'administration', code))?.unit ?? null
}

type AddProblem = UnitProblem | UnitFactsProblem | 'not-found' | 'bad-code'

/** Adds a unit under one that the person administers; at the top only for who administers every unit. */
export async function addUnit(
  scope: Scope,
  unit: UnitFactsInput & Readonly<{ code: string; parentCode: string }>,
  now: number,
): Promise<Result<Unit, AddProblem>> {
  const mayStand = unit.parentCode
    ? await getManagedUnit(scope, unit.parentCode)
    : administersEverything(scope)
  if (!mayStand) return refused({ code: 'not-found', field: 'parent' })
  const code = tidy(unit.code)
  const facts = parseUnitFacts(unit)
  const wrongCode: Problem<AddProblem>[] =
    code === '' || isUnitCode(code) ? [] : [{ code: 'bad-code', field: 'code' }]
  if (!facts.ok) return { ok: false, problems: [...wrongCode, ...facts.problems] }
  if (wrongCode.length > 0) return { ok: false, problems: wrongCode }
  return recordUnit(
    { code, ...facts.value, ...(unit.parentCode ? { parentCode: unit.parentCode } : {}) },
    { actorId: scope.userId, actor: 'user' },
    now,
  )
}

/** Corrects a unit's name, level and days. Its code never changes: files and addresses carry it. */
export async function changeUnit(
  scope: Scope,
  code: string,
  input: UnitFactsInput,
  now: number,
): Promise<Result<null, UnitFactsProblem | 'not-found'>> {
  const unit = await getManagedUnit(scope, code)
  if (!unit) return refused({ code: 'not-found' })
  const facts = parseUnitFacts(input)
  if (!facts.ok) return facts
  const { name, level, validFrom, validTo } = facts.value
  const isSame =
    unit.name === name &&
    unit.level === level &&
    unit.validFrom === validFrom &&
    unit.validTo === validTo
  if (isSame) return ok(null)
  await writeWithAudit(
    [database().update(units).set(facts.value).where(eq(units.id, unit.id))],
    doneBy(scope, {
      action: 'unit-changed',
      unitId: unit.id,
      detail: { unit: code, before: unit.name, name, level, validFrom, validTo },
    }),
    now,
  )
  return ok(null)
}
