import { sql } from 'drizzle-orm'
import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { RefusalKind } from '@/domain/refusal'
import { users } from './people'
import { reference } from './reference'

/** Networks for which no ceiling by address holds, such as the office's own. A row is ended, never deleted. */
export const exemptRanges = sqliteTable(
  'exempt_ranges',
  {
    id: integer().primaryKey(),
    /** In CIDR notation, as `formatAddressRange` writes it. */
    range: text().notNull(),
    label: text().notNull(),
    addedBy: reference('added_by', () => users.id),
    addedAt: integer('added_at').notNull(),
    endedAt: integer('ended_at'),
  },
  (table) => [uniqueIndex('exempt_ranges_live').on(table.range).where(sql`ended_at is null`)],
)

/** How many requests a day were turned away at a ceiling; where it was one of a link or a tablet, at which (0: none). */
export const refusals = sqliteTable(
  'refusals',
  {
    day: text('on_day').notNull(),
    kind: text().$type<RefusalKind>().notNull(),
    doorId: integer('door_id').notNull(),
    deviceId: integer('device_id').notNull(),
    n: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.kind, table.doorId, table.deviceId] })],
)
