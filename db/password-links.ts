import 'server-only'
import { LibsqlError } from '@libsql/client'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Scope } from '@/domain/access'
import type { AuditAction } from '@/domain/audit-action'
import { linkDays, longestEmail, longestName } from '@/domain/person'
import { ok, type Result, refused } from '@/domain/problem'
import { tidy } from '@/domain/tidy-text'
import { writeWithAudit } from './audit'
import { database, type Statement } from './client'
import { hashSecret, makeCredential } from './credential'
import {
  by,
  endEverything,
  homeOf,
  keepingOneAdministrator,
  type PersonProblem,
  readRole,
  requireWhole,
  type TypedRole,
} from './person-changes'
import { grants, passwordLinks, users } from './schema/people'
import { units } from './schema/units'
import { removeStatements } from './second-factors'
import { getUserByEmail, newUserStatements, normalEmail } from './users'

const lifetime = linkDays * 24 * 3_600_000
/** Rows of links that are over are kept for this long, then deleted. */
const keptFor = 30 * 24 * 3_600_000

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
  if (name.length > longestName) {
    return refused({ code: 'too-long', field: 'name', params: { max: longestName } })
  }
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

export type LinkState = Readonly<{ userId: number; name: string; email: string; expiresAt: number }>

/** A link just made, for the administrator who made it, while it can still be used. */
export async function getMadeLink(
  scope: Scope,
  token: string,
  now: number,
): Promise<LinkState | null> {
  const link = await readLive(token, now)
  return link?.madeBy === scope.userId ? link : null
}

export type LiveLink = LinkState & Readonly<{ units: readonly string[] }>

/** Whose password the link sets; null for an unknown, used and expired one alike, and where the person is disabled. */
export async function getLiveLink(token: string, now: number): Promise<LiveLink | null> {
  const link = await readLive(token, now)
  if (!link) return null
  const held = await database()
    .select({ unit: units.name })
    .from(grants)
    .innerJoin(units, eq(units.id, grants.unitId))
    .where(eq(grants.userId, link.userId))
  return { ...link, units: held.map(({ unit }) => unit) }
}

/** Sets the password and spends the link; false where somebody else was faster. */
export async function spendLink(
  token: string,
  { userId }: LinkState,
  passwordHash: string,
  now: number,
): Promise<boolean> {
  const change = [
    // First: the trigger stops all of it when the link has ended meanwhile.
    {
      sql: 'update password_links set ended_at = ? where token_hash = ?',
      args: [now, hashSecret(token)],
    },
    { sql: 'update users set password_hash = ? where id = ?', args: [passwordHash, userId] },
    ...endEverything(userId, now),
  ]
  try {
    await writeWithAudit(change, { actorId: userId, actor: 'user', action: 'password-set' }, now)
    return true
  } catch (error) {
    if (error instanceof LibsqlError && error.message.includes('the link has ended')) return false
    throw error
  }
}

async function readLive(token: string, now: number) {
  const [row] = await database()
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      expiresAt: passwordLinks.expiresAt,
      madeBy: passwordLinks.madeBy,
    })
    .from(passwordLinks)
    .innerJoin(users, eq(users.id, passwordLinks.userId))
    .where(
      and(
        eq(passwordLinks.tokenHash, hashSecret(token)),
        gt(passwordLinks.expiresAt, now),
        isNull(passwordLinks.endedAt),
        isNull(users.disabledAt),
      ),
    )
  return row ?? null
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
