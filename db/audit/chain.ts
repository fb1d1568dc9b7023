import 'server-only'
import type { Client } from '@libsql/client'
import type { AuditAction } from '@/domain/audit-action'
import { database } from '../client'
import { beforeFirst, type ChainHead, hashOf, type Row } from './event'

/** The last event of the chain, behind which the next one goes. */
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

/** Whether an event of this action that says this is among the last thousand. */
export async function isNoted(action: AuditAction, name: string, value: string): Promise<boolean> {
  const { rows } = await database().$client.execute({
    sql: `select 1 from (select action, detail from audit_events order by seq desc limit 1000)
      where action = ? and detail ->> ? = ?`,
    args: [action, name, value],
  })
  return rows.length > 0
}
