import 'server-only'
import { LibsqlError } from '@libsql/client'
import { type Role, roles, type Scope, unitsFor } from '@/domain/access'
import { ok, type Result, refused } from '@/domain/problem'
import { type AuditEvent, writeWithAudit } from './audit'
import type { Statement } from './client'
import { getPerson, type ListedPerson } from './people'
import { getUnit } from './units'
import { addGrant } from './users'

export type PersonProblem =
  | 'not-found'
  | 'own-account'
  | 'roles-elsewhere'
  | 'last-administrator'
  | 'person-disabled'

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

/** Shuts the person out from the next request on; sessions and links end for good. */
export async function disablePerson(
  scope: Scope,
  personId: number,
  now: number,
): Promise<Result<null, PersonProblem>> {
  const found = await requireWhole(scope, personId)
  if (!found.ok) return found
  if (found.value.state === 'disabled') return ok(null)
  const change = [
    { sql: 'update users set disabled_at = ? where id = ?', args: [now, personId] },
    ...endEverything(personId, now),
  ]
  const event = by(scope, 'person-disabled', homeOf(found.value), { user: personId })
  return keepingOneAdministrator(change, event, now)
}

/** Lets a disabled person sign in again, with the same password and roles. */
export async function enablePerson(
  scope: Scope,
  personId: number,
  now: number,
): Promise<Result<null, PersonProblem>> {
  const found = await requireWhole(scope, personId)
  if (!found.ok) return found
  if (found.value.state !== 'disabled') return ok(null)
  const change = [{ sql: 'update users set disabled_at = null where id = ?', args: [personId] }]
  const event = by(scope, 'person-enabled', homeOf(found.value), { user: personId })
  await writeWithAudit(change, event, now)
  return ok(null)
}

/**
 * Somebody else, all of whose roles are in reach. Whoever can reset a person can become that person: it must not bring
 * roles that the administrator could not give.
 */
export async function requireWhole(
  scope: Scope,
  personId: number,
): Promise<Result<ListedPerson, 'not-found' | 'own-account' | 'roles-elsewhere'>> {
  const person = await getPerson(scope, personId)
  if (!person) return refused({ code: 'not-found' })
  if (person.isSelf) return refused({ code: 'own-account' })
  return person.isWhole ? ok(person) : refused({ code: 'roles-elsewhere' })
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

/** Ends the person's sessions, also half-way ones, and unused links. */
export const endEverything = (personId: number, now: number): Statement[] =>
  ['sessions', 'pending_sign_ins', 'password_links'].map((table) => ({
    sql: `update ${table} set ended_at = ? where user_id = ? and ended_at is null`,
    args: [now, personId],
  }))

/** The triggers of the database refuse what would leave nobody to administer everything. */
export async function keepingOneAdministrator(
  change: readonly Statement[],
  event: AuditEvent | readonly AuditEvent[],
  now: number,
): Promise<Result<null, 'last-administrator'>> {
  try {
    await writeWithAudit(change, event, now)
    return ok(null)
  } catch (error) {
    const isLast = error instanceof LibsqlError && error.message.includes('the last administrator')
    if (!isLast) throw error
    return refused({ code: 'last-administrator' })
  }
}

/** The unit under which the log shows what was done with a person. */
export const homeOf = (person: ListedPerson): number | null => person.roles[0]?.unitId ?? null

export const by = (
  scope: Scope,
  action: AuditEvent['action'],
  unitId: number | null,
  detail: NonNullable<AuditEvent['detail']>,
): AuditEvent => ({ actorId: scope.userId, actor: 'user', action, unitId, detail })
