import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** How often somebody has tried in a row: wrong passwords and codes slow the next try. Names nobody. */
export const throttles = sqliteTable(
  'throttles',
  {
    /** Keyed hash of what is tried: an e-mail, a browser that is known, a person's code. */
    key: text().primaryKey(),
    tries: integer().notNull(),
    lastAt: integer('last_at').notNull(),
    /** Before this no further try is made, where tries are kept apart in time. */
    nextAt: integer('next_at').notNull().default(0),
  },
  (table) => [index('throttles_last').on(table.lastAt)],
)
