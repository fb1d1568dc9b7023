import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from './people'
import { reference } from './reference'
import { surveys } from './surveys'
import { units } from './units'

/**
 * Closed periods. `content` is the canonical JSON of a `SnapshotContent`, `checksum` its SHA-256; the other columns
 * repeat parts of it for looking it up. Triggers refuse UPDATE and DELETE, and a number that is not the next one.
 */
export const snapshots = sqliteTable(
  'snapshots',
  {
    id: integer().primaryKey(),
    number: text().notNull().unique(),
    unitId: reference('unit_id', () => units.id),
    year: integer().notNull(),
    serial: integer().notNull(),
    surveyId: reference('survey_id', () => surveys.id),
    fromOn: text('from_on').notNull(),
    toOn: text('to_on').notNull(),
    closedAt: integer('closed_at').notNull(),
    closedBy: reference('closed_by', () => users.id),
    /** Made with the form: a form that is sent twice closes once. */
    requestId: text('request_id').notNull().unique(),
    lastSeq: integer('last_seq').notNull(),
    content: text().notNull(),
    checksum: text().notNull(),
  },
  (table) => [
    uniqueIndex('snapshots_serial').on(table.unitId, table.year, table.serial),
    index('snapshots_filter').on(table.unitId, table.surveyId, table.fromOn, table.toOn),
    check('snapshots_days', sql`${table.fromOn} <= ${table.toOn}`),
  ],
)
