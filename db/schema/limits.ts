import { index, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** How much of a limit all processes on this server together have let through. Unused where one process runs. */
export const spentLimits = sqliteTable(
  'spent_limits',
  {
    /** The limit. */
    name: text().notNull(),
    /** Keyed hash of an address, link or device; the key is not in the database. */
    key: text().notNull(),
    /** Used at `at`, in requests; flows back with `per_second`. */
    used: real().notNull(),
    perSecond: real('per_second').notNull(),
    /** Seconds since 1970 by the clock of the database. */
    at: real().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.name, table.key] }),
    index('spent_limits_at').on(table.at),
  ],
)
