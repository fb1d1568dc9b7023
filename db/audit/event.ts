import 'server-only'
import { createHash } from 'node:crypto'
import type { InStatement } from '@libsql/client'
import type { AuditAction } from '@/domain/audit-action'

/** Who did something: a user, or a command (`actorId` null, `actor` its name). */
export type Actor = Pick<AuditEvent, 'actorId' | 'actor'>

/** Something that was done, by whom and where. No answers, comments, addresses or tokens in `detail`. */
export type AuditEvent = Readonly<{
  /** Id of the user, or null where a command did it. */
  actorId: number | null
  /** `user`, or the name of the command. */
  actor: string
  action: AuditAction
  unitId?: number | null
  detail?: Readonly<Record<string, string | number | boolean | null>>
}>

/** The newest event: noted elsewhere, it shows later that no tail was cut off. */
export type ChainHead = Readonly<{ seq: number; hash: string }>

export type Row = Readonly<{
  seq: number
  at: number
  actorId: number | null
  actor: string
  action: string
  unitId: number | null
  detail: string
  previousHash: string
}>

/** What the first event of all stands behind. */
export const beforeFirst: ChainHead = { seq: 0, hash: '' }

/** The events one after the other, each in its place behind the head. */
export function rowsOf(events: readonly AuditEvent[], at: number, head: ChainHead): Row[] {
  let last = head
  return events.map((event) => {
    const row = rowOf(event, at, last)
    last = { seq: row.seq, hash: hashOf(row) }
    return row
  })
}

const rowOf = (event: AuditEvent, at: number, head: ChainHead): Row => ({
  seq: head.seq + 1,
  at,
  actorId: event.actorId,
  actor: event.actor,
  action: event.action,
  unitId: event.unitId ?? null,
  detail: JSON.stringify(event.detail ?? {}),
  previousHash: head.hash,
})

/** Fails where another event has taken the same place. */
export const insertEvent = (row: Row): InStatement => ({
  sql: `insert into audit_events (seq, at, actor_id, actor, action, unit_id, detail, previous_hash, hash)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  args: [...valuesOf(row), hashOf(row)],
})

const valuesOf = (row: Row) => [
  row.seq,
  row.at,
  row.actorId,
  row.actor,
  row.action,
  row.unitId,
  row.detail,
  row.previousHash,
]

/** Of an event with its place and the hash before it. */
export const hashOf = (row: Row) =>
  createHash('sha256')
    .update(JSON.stringify(valuesOf(row)))
    .digest('hex')
