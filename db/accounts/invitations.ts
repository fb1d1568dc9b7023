import 'server-only'
import { z } from 'zod'
import type { Scope } from '@/domain/access'
import type { AuditAction } from '@/domain/audit-action'
import { linkDays, longestEmail, longestName } from '@/domain/person'
import { ok, type Result, refused, tooLong } from '@/domain/problem'
import { tidy } from '@/domain/tidy-text'
import { writeWithAudit } from '../audit/log'
import type { Statement } from '../client'
import { hashSecret, makeCredential } from '../devices/credential'
import { newUserStatements } from './new-users'
import { keptFor } from './password-links'
import { endEverything } from './person-changes'
import {
  by,
  homeOf,
  keepingOneAdministrator,
  type PersonProblem,
  requireWhole,
} from './person-guards'
import { readRole, type TypedRole } from './person-roles'
import { removeStatements } from './second-factors'
import { getUserByEmail, normalEmail } from './users'

const lifetime = linkDays * 24 * 3_600_000

type Invited = TypedRole & Readonly<{ name: string; email: string }>

type InviteProblem = 'not-found' | 'blank-name' | 'too-long' | 'not-an-email' | 'email-taken'

/** Adds a person with a first role; answers the secret of the link by which they set their password. */
export async function invitePerson(
  scope: Scope,
  typed: Invited,
  now: number,
): Promise<Result<string, InviteProblem>> {
  const name = tidy(typed.name)
  const email = normalEmail(typed.email)
  const grant = await readRole(scope, typed)
  if (!grant) return refused({ code: 'not-found' })
  if (name === '') return refused({ code: 'blank-name', field: 'name' })
  if (name.length > longestName) return tooLong('name', longestName)
  if (email.length > longestEmail || !z.email().safeParse(email).success) {
    return refused({ code: 'not-an-email', field: 'email' })
  }
  const taken = refused({ code: 'email-taken' as const, field: 'email' })
  if (await getUserByEmail(email)) return taken
  const { userId, statements } = await newUserStatements(
    { email, name, passwordHash: '' },
    grant,
    now,
  )
  const { token, statement } = newLink(scope, userId, now)
  const event = by(scope, 'person-invited', grant.unitId, { user: userId, role: grant.role })
  try {
    await writeWithAudit([...statements, statement], event, now)
  } catch (error) {
    if (await getUserByEmail(email)) return taken
    throw error
  }
  return ok(token)
}

/** Takes the person's password and second factor away and ends their sessions; answers the secret of a link to set a new one. */
export async function resetPerson(
  scope: Scope,
  personId: number,
  now: number,
): Promise<Result<string, PersonProblem>> {
  const found = await requireWhole(scope, personId)
  if (!found.ok) return found
  if (found.value.state === 'disabled') return refused({ code: 'person-disabled' })
  const { token, statement } = newLink(scope, personId, now)
  const change = [
    { sql: "update users set password_hash = '' where id = ?", args: [personId] },
    ...endEverything(personId, now),
    ...removeStatements(personId),
    { sql: 'delete from password_links where expires_at < ?', args: [now - keptFor] },
    statement,
  ]
  const noted = (action: AuditAction) => by(scope, action, homeOf(found.value), { user: personId })
  const events = [
    noted('password-link-made'),
    ...(found.value.hasSecondFactor ? [noted('second-factor-removed')] : []),
  ]
  const done = await keepingOneAdministrator(change, events, now)
  return done.ok ? ok(token) : done
}

function newLink(
  scope: Scope,
  userId: number,
  now: number,
): { token: string; statement: Statement } {
  const token = makeCredential()
  const sql =
    'insert into password_links (token_hash, user_id, made_by, expires_at) values (?, ?, ?, ?)'
  const args = [hashSecret(token), userId, scope.userId, now + lifetime]
  return { token, statement: { sql, args } }
}
