import 'server-only'
import { createHash } from 'node:crypto'
import { type Client, type InStatement, LibsqlError, type ResultSet } from '@libsql/client'
import type { AuditAction } from '@/domain/audit-action'
import { database, type Statement, write } from './client'

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
 * Makes a change and records it, in one transaction. When another writer took the next place in the chain first,
 * all of it is done again behind that one. Answers the results of the change's statements.
 * @param now milliseconds since 1970 UTC
 * @throws DatabaseUnavailable as `write` does.
 */
export async function writeWithAudit(
  change: readonly Statement[],
  event: AuditEvent,
  now: number,
): Promise<ResultSet[]> {
  for (let attempt = 1; ; attempt++) {
    const head = await getChainHead()
    try {
      const results = await write([...change, insertEvent(event, now, head)])
      return results.slice(0, change.length)
    } catch (error) {
      if (!isTakenPlace(error) || attempt >= 50) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * attempt))
    }
  }
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

function insertEvent(event: AuditEvent, at: number, head: ChainHead): InStatement {
  const row: Row = {
    seq: head.seq + 1,
    at,
    actorId: event.actorId,
    actor: event.actor,
    action: event.action,
    unitId: event.unitId ?? null,
    detail: JSON.stringify(event.detail ?? {}),
    previousHash: head.hash,
  }
  return {
    sql: `insert into audit_events (seq, at, actor_id, actor, action, unit_id, detail, previous_hash, hash)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    args: [...valuesOf(row), hashOf(row)],
  }
}

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
