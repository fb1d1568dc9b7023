import 'server-only'
import type { Backup } from '@/domain/backup'
import type { AuditEvent } from '../audit/event'
import { writeUnlessRefused } from '../audit/log'
import { database, type Statement } from '../client'
import { migrationAt, newestMigration } from '../releases'
import { putSetting } from '../settings'

// Tables change before the code that records it can run. A note in the same transaction outlives whatever stops the
// start between the two, and goes with the record of it.

const prefix = 'upgrade-to-record '

/** What an audit event tells about an upgrade. */
type Told = NonNullable<AuditEvent['detail']>

/** Notes an upgrade for `recordUpgrades`, with the copy that was made before it. */
export function noteUpgrade(fromAt: number, copy: Backup | null) {
  const from = migrationAt(fromAt)
  const told: Told = {
    from,
    to: newestMigration().tag,
    file: copy?.file ?? null,
    sha256: copy?.sha256 ?? null,
  }
  return putSetting(`${prefix}${from}`, JSON.stringify(told))
}

/** Records the upgrades that are noted in the audit log, each once. The database has the newest schema. */
export async function recordUpgrades(now: number): Promise<void> {
  for (const { key, told } of await listNotes()) {
    const event = {
      actorId: null,
      actor: 'app',
      action: 'database-upgraded',
      detail: told,
    } as const
    await writeUnlessRefused(/settings\.value/, takeNote(key), event, now)
  }
}

async function listNotes(): Promise<{ key: string; told: Told }[]> {
  const { rows } = await database().$client.execute({
    sql: 'select key, value from settings where substr(key, 1, ?) = ? order by key',
    args: [prefix.length, prefix],
  })
  return rows.map(({ key, value }) => ({
    key: String(key),
    told: JSON.parse(String(value)) as Told,
  }))
}

/** Fails where another process on the same server has recorded it: a setting without a value cannot be stored. */
const takeNote = (key: string): Statement[] => [
  {
    sql: `insert into settings (key, value)
      select ?, null where not exists (select 1 from settings where key = ?)`,
    args: [key, key],
  },
  { sql: 'delete from settings where key = ?', args: [key] },
]
