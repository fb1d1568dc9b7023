import 'server-only'
import { createHash } from 'node:crypto'
import { type Client, type InStatement, LibsqlError, type ResultSet } from '@libsql/client'
import type { AuditAction } from '@/domain/audit-action'
import { DatabaseUnavailable, database, type Statement, write } from './client'

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

type Row = Readonly<{
  seq: number
  at: number
  actorId: number | null
  actor: string
  action: string
  unitId: number | null
  detail: string
  previousHash: string
}>

const beforeFirst: ChainHead = { seq: 0, hash: '' }

/**
 * Makes a change and records it, as one event or several, in one transaction. When another writer took the next place
 * in the chain first, all of it is done again behind that one. Where a database server took it and its answer is lost,
 * the event tells whether it was done: it is done once. Answers the results of the change's statements, or null where
 * they were lost.
 * @param now milliseconds since 1970 UTC
 * @throws DatabaseUnavailable as `write` does.
 */
export async function writeWithAudit(
  change: readonly Statement[],
  event: AuditEvent | readonly AuditEvent[],
  now: number,
): Promise<ResultSet[] | null> {
  const events = 'action' in event ? [event] : event
  let tried: Row[] | undefined
  for (let attempt = 1; ; attempt++) {
    const rows: Row[] = tried ?? rowsOf(events, now, await getChainHead())
    try {
      const results = await write([...change, ...rows.map(insertEvent)])
      return results.slice(0, change.length)
    } catch (error) {
      const isLost = error instanceof DatabaseUnavailable && error.isDoubtful
      const isTaken = isTakenPlace(error)
      if (!(isLost || isTaken) || attempt >= 50) throw error
      // In the same place it cannot be done a second time, whatever still is on its way.
      if (isLost && attempt >= 4) throw error
      if ((isLost || tried) && (await areWritten(rows))) return null
      tried = isLost ? rows : undefined
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * attempt))
    }
  }
}

/** By its hash: two events are alike only where the same person did the same in the same millisecond. */
async function areWritten(rows: readonly Row[]): Promise<boolean> {
  const last = rows.at(-1)
  if (!last) return false
  const sql = 'select hash from audit_events where seq = ?'
  const found = await database().$client.execute({ sql, args: [last.seq] })
  return found.rows[0]?.[0] === hashOf(last)
}

export async function getChainHead(): Promise<ChainHead> {
  const sql = 'select seq, hash from audit_events order by seq desc limit 1'
  const { rows } = await database().$client.execute(sql)
  const [row] = rows
  return row ? { seq: Number(row[0]), hash: String(row[1]) } : beforeFirst
}

/** Walks the whole chain; calls `onFault` with a sentence for each place where it does not hold. */
export async function verifyChain(
  reader: Pick<Client, 'execute'>,
  onFault: (sentence: string) => void,
): Promise<ChainHead> {
  let head = beforeFirst
  for (;;) {
    const page = await listAfter(reader, head.seq)
    if (page.length === 0) return head
    for (const { hash, ...row } of page) {
      if (row.seq !== head.seq + 1) onFault(`Audit event ${head.seq + 1} is missing.`)
      else if (row.previousHash !== head.hash) {
        onFault(`Audit event ${row.seq} does not follow from the one before.`)
      }
      if (hashOf(row) !== hash) onFault(`Audit event ${row.seq} was changed.`)
      head = { seq: row.seq, hash }
    }
  }
}

/** The events one after the other, each in its place behind the head. */
function rowsOf(events: readonly AuditEvent[], at: number, head: ChainHead): Row[] {
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

const insertEvent = (row: Row): InStatement => ({
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

const hashOf = (row: Row) =>
  createHash('sha256')
    .update(JSON.stringify(valuesOf(row)))
    .digest('hex')

const isTakenPlace = (error: unknown) =>
  error instanceof LibsqlError && /UNIQUE constraint failed: audit_events\.seq/.test(error.message)

async function listAfter(
  reader: Pick<Client, 'execute'>,
  seq: number,
): Promise<(Row & { hash: string })[]> {
  const { rows } = await reader.execute({
    sql: `select seq, at, actor_id as actorId, actor, action, unit_id as unitId, detail,
        previous_hash as previousHash, hash
      from audit_events where seq > ? order by seq limit 1000`,
    args: [seq],
  })
  return rows.map((row) => ({ ...row }) as unknown as Row & { hash: string })
}
