import 'server-only'
import { and, desc, eq, gte, inArray, lt, type SQL } from 'drizzle-orm'
import { administersEverything, type Scope, unitsFor } from '@/domain/access'
import type { AuditFilter } from '@/domain/audit-filter'
import { shiftDay, startOfDay } from '@/domain/period'
import { takeTurn } from '@/lib/unhurried'
import { database } from '../client'
import { auditEvents } from '../schema/installation'
import { grants, users } from '../schema/people'
import { units } from '../schema/units'
import { getChainHead } from './chain'

/** An event as the page shows it; `who` is null where a command did it, which `actor` then names. */
export type ListedEvent = Readonly<{
  seq: number
  at: number
  action: string
  actor: string
  who: Readonly<{ name: string; email: string }> | null
  unit: string | null
  detail: Readonly<Record<string, string | number | boolean | null>>
}>

export type AuditPage = Readonly<{
  events: readonly ListedEvent[]
  /** Where the next page begins; null after the oldest event. */
  next: number | null
}>

export const eventsPerPage = 50

/** Read at once: a rare action is looked for in steps that let other requests in between. */
const eventsPerRead = 5000
const readsPerPage = 40

/**
 * What was done in the units that the person administers, newest first. What belongs to no unit (signing in, settings)
 * is only for whoever administers every unit.
 */
export async function listAuditEvents(scope: Scope, filter: AuditFilter): Promise<AuditPage> {
  const reach = await reachOf(scope)
  const { seq: newest } = await getChainHead()
  const found: ListedEvent[] = []
  let top = Math.min(filter.before ?? newest + 1, newest + 1)
  for (let reads = 0; reads < readsPerPage && top > 1; reads++) {
    if (reads > 0) await takeTurn()
    const bottom = Math.max(1, top - eventsPerRead)
    const wanted = eventsPerPage - found.length
    const rows = await readEvents(filter, reach, { bottom, top, limit: wanted })
    found.push(...rows)
    top = rows.length === wanted ? (rows.at(-1)?.seq ?? bottom) : bottom
    if (found.length === eventsPerPage) break
  }
  return { events: found, next: top > 1 ? top : null }
}

/** Whoever has a role in the units that the person administers: whose doings can be asked for. */
export async function listAuditPeople(scope: Scope) {
  return database()
    .selectDistinct({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .innerJoin(grants, eq(grants.userId, users.id))
    .where(inArray(grants.unitId, [...unitsFor(scope, 'administration')]))
    .orderBy(users.name, users.id)
}

type Reach = 'everything' | ReadonlySet<number>

const reachOf = async (scope: Scope): Promise<Reach> =>
  administersEverything(scope) ? 'everything' : unitsFor(scope, 'administration')

async function readEvents(
  filter: AuditFilter,
  reach: Reach,
  { bottom, top, limit }: { bottom: number; top: number; limit: number },
): Promise<ListedEvent[]> {
  const rows = await database()
    .select({ event: auditEvents, name: users.name, email: users.email, unit: units.name })
    .from(auditEvents)
    .leftJoin(users, eq(users.id, auditEvents.actorId))
    .leftJoin(units, eq(units.id, auditEvents.unitId))
    .where(
      and(gte(auditEvents.seq, bottom), lt(auditEvents.seq, top), ...conditions(filter, reach)),
    )
    .orderBy(desc(auditEvents.seq))
    .limit(limit)
  return rows.map(({ event, name, email, unit }) => ({
    seq: event.seq,
    at: event.at,
    action: event.action,
    actor: event.actor,
    who: name === null || email === null ? null : { name, email },
    unit,
    detail: JSON.parse(event.detail) as ListedEvent['detail'],
  }))
}

function conditions({ action, unit, actor, from, to }: AuditFilter, reach: Reach): SQL[] {
  return [
    ...(reach === 'everything' ? [] : [inArray(auditEvents.unitId, [...reach])]),
    ...(action ? [eq(auditEvents.action, action)] : []),
    ...(unit ? [eq(units.code, unit)] : []),
    ...(actor ? [eq(auditEvents.actorId, Number(actor) || 0)] : []),
    ...(from ? [gte(auditEvents.at, startOfDay(from))] : []),
    ...(to ? [lt(auditEvents.at, startOfDay(shiftDay(to, 1)))] : []),
  ]
}
