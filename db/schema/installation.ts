import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from './people'
import { units } from './units'

// In every table: instants (`…At`) are milliseconds since 1970 UTC; local days (`…On`) are `YYYY-MM-DD` in
// Asia/Ho_Chi_Minh.

/** Small facts of the installation: the key of content hashes, what first start has made. */
export const settings = sqliteTable('settings', {
  key: text().primaryKey(),
  value: text().notNull(),
})

/** Append-only and hash-chained; triggers refuse UPDATE and DELETE. `seq` is given, so that two writers cannot fork it. */
export const auditEvents = sqliteTable('audit_events', {
  seq: integer().primaryKey(),
  at: integer().notNull(),
  actorId: integer('actor_id').references(() => users.id),
  /** `user` or the name of the command that did it. */
  actor: text().notNull(),
  action: text().notNull(),
  unitId: integer('unit_id').references(() => units.id),
  detail: text().notNull(),
  previousHash: text('previous_hash').notNull(),
  hash: text().notNull(),
})
