import 'server-only'
import type { ResultSet } from '@libsql/client'
import { DatabaseUnavailable, database, type Statement, write } from '../client'
import { isRefusedAs } from '../refused-change'
import { getChainHead } from './chain'
import { type AuditEvent, hashOf, insertEvent, type Row, rowsOf } from './event'

/** The event of what a signed-in person has done. */
export const doneBy = (
  { userId }: Readonly<{ userId: number }>,
  event: Omit<AuditEvent, 'actorId' | 'actor'>,
): AuditEvent => ({ ...event, actorId: userId, actor: 'user' })

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
      const isTaken = isRefusedAs(error, /UNIQUE constraint failed: audit_events\.seq/)
      if (!(isLost || isTaken) || attempt >= 50) throw error
      // In the same place it cannot be done a second time, whatever still is on its way.
      if (isLost && attempt >= 4) throw error
      if ((isLost || tried) && (await areWritten(rows))) return null
      tried = isLost ? rows : undefined
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * attempt))
    }
  }
}

/** The same, unless the database refuses the change in these words: then it answers false and nothing has changed. */
export async function writeUnlessRefused(
  words: RegExp,
  ...written: Parameters<typeof writeWithAudit>
): Promise<boolean> {
  try {
    await writeWithAudit(...written)
    return true
  } catch (error) {
    if (isRefusedAs(error, words)) return false
    throw error
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
