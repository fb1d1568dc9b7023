import 'server-only'
import type { Scope } from '@/domain/access'
import { ok, type Result, refused } from '@/domain/problem'
import type { AuditEvent } from '../audit/event'
import { doneBy, writeUnlessRefused } from '../audit/log'
import type { Statement } from '../client'
import { getPerson, type ListedPerson } from './people'

export type PersonProblem =
  | 'not-found'
  | 'own-account'
  | 'roles-elsewhere'
  | 'last-administrator'
  | 'person-disabled'

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

/** The triggers of the database refuse what would leave nobody to administer everything. */
export async function keepingOneAdministrator(
  change: readonly Statement[],
  event: AuditEvent | readonly AuditEvent[],
  now: number,
): Promise<Result<null, 'last-administrator'>> {
  const isDone = await writeUnlessRefused(/the last administrator/, change, event, now)
  return isDone ? ok(null) : refused({ code: 'last-administrator' })
}

/** The unit under which the log shows what was done with a person. */
export const homeOf = (person: ListedPerson): number | null => person.roles[0]?.unitId ?? null

/** What the log notes of an act on a person. */
export const by = (
  scope: Scope,
  action: AuditEvent['action'],
  unitId: number | null,
  detail: NonNullable<AuditEvent['detail']>,
): AuditEvent => doneBy(scope, { action, unitId, detail })
