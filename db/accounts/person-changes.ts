import 'server-only'
import type { Scope } from '@/domain/access'
import { ok, type Result } from '@/domain/problem'
import { writeWithAudit } from '../audit/log'
import type { Statement } from '../client'
import {
  by,
  homeOf,
  keepingOneAdministrator,
  type PersonProblem,
  requireWhole,
} from './person-guards'

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

/** Ends the person's sessions, also half-way ones, and unused links. */
export const endEverything = (personId: number, now: number): Statement[] =>
  ['sessions', 'pending_sign_ins', 'password_links'].map((table) => ({
    sql: `update ${table} set ended_at = ? where user_id = ? and ended_at is null`,
    args: [now, personId],
  }))
