import 'server-only'
import { type Role, roles, type Scope, unitsFor } from '@/domain/access'
import { ok, type Result, refused } from '@/domain/problem'
import { getUnit } from '../units/units'
import { addGrant } from './new-users'
import { getPerson } from './people'
import { by, keepingOneAdministrator, type PersonProblem } from './person-guards'

/** A role at a unit as a form names it. */
export type TypedRole = Readonly<{ role: string; unitCode: string }>

/** Gives a person of the administrator's units a further role at one of them. */
export async function addRole(
  scope: Scope,
  personId: number,
  typed: TypedRole,
  now: number,
): Promise<Result<null, 'not-found'>> {
  const person = await getPerson(scope, personId)
  const grant = await readRole(scope, typed)
  if (!person || !grant) return refused({ code: 'not-found' })
  await addGrant({ ...grant, userId: personId }, { actorId: scope.userId, actor: 'user' }, now)
  return ok(null)
}

/** Takes a role away; one at another unit is not there for this administrator. */
export async function removeRole(
  scope: Scope,
  personId: number,
  typed: TypedRole,
  now: number,
): Promise<Result<null, PersonProblem>> {
  const person = await getPerson(scope, personId)
  const grant = await readRole(scope, typed)
  const isHeld = person?.roles.some(
    ({ role, unitId }) => role === grant?.role && unitId === grant.unitId,
  )
  if (!grant || !isHeld) return refused({ code: 'not-found' })
  const { role, unitId } = grant
  const sql = 'delete from grants where user_id = ? and unit_id = ? and role = ?'
  const event = by(scope, 'role-removed', unitId, { user: personId, role })
  return keepingOneAdministrator([{ sql, args: [personId, unitId, role] }], event, now)
}

/** The role at the unit, where the administrator may give it. */
export async function readRole(
  scope: Scope,
  { role, unitCode }: TypedRole,
): Promise<{ role: Role; unitId: number } | null> {
  const known = roles.find((one) => one === role)
  const unit = await getUnit(unitCode)
  if (!known || !unit || !unitsFor(scope, 'administration').has(unit.id)) return null
  return { role: known, unitId: unit.id }
}
