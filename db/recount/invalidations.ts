import 'server-only'
import type { Transaction } from '@libsql/client'
import type { OnFault } from './counts'

/**
 * Looks whether every invalidation is whole and was decided as it must be. Whether its responses are counted or not
 * is the recount's part.
 */
export async function checkInvalidations(reader: Transaction, onFault: OnFault): Promise<void> {
  for (const { sql, say } of checks) {
    const { rows } = await reader.execute(sql)
    for (const row of rows) onFault(say(`Invalidation ${row[0]}`))
  }
}

const checks: readonly Readonly<{ sql: string; say: (which: string) => string }>[] = [
  {
    sql: `select i.id from invalidations i where i.size <>
      (select count(*) from invalidation_responses r where r.invalidation_id = i.id)`,
    say: (which) => `${which} names another number of responses than it was proposed with.`,
  },
  {
    sql: `select distinct i.id from invalidations i join invalidation_responses m on m.invalidation_id = i.id
      join responses r on r.seq = m.response_seq where r.unit_id <> i.unit_id`,
    say: (which) => `${which} names responses of another unit.`,
  },
  {
    sql: `select i.id from invalidations i join invalidation_decisions d on d.invalidation_id = i.id
      where (d.decision = 'withdrawn') <> (d.decided_by = i.proposed_by)`,
    say: (which) => `${which} was decided by the one who proposed it, or withdrawn by another.`,
  },
  {
    sql: `select b.invalidation_id from invalidation_restorations b
      left join invalidation_decisions d on d.invalidation_id = b.invalidation_id
      where d.decision is not 'confirmed'`,
    say: (which) => `${which} was restored without having been confirmed.`,
  },
  {
    sql: `select distinct m.invalidation_id from invalidation_responses m
      left join invalidation_decisions d on d.invalidation_id = m.invalidation_id
      left join invalidation_restorations b on b.invalidation_id = m.invalidation_id
      where m.held <> (b.invalidation_id is null and coalesce(d.decision, 'confirmed') = 'confirmed')`,
    say: (which) => `${which} holds responses it has let go, or the other way round.`,
  },
]
