import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'
import type { Channel } from '@/domain/door'
import { users } from './people'
import { reference } from './reference'
import { surveyVersions } from './surveys'
import { fields, units } from './units'

/** An office's hand-counted totals, or published counts of the past. Feeds the same figures. */
export const tallySheets = sqliteTable(
  'tally_sheets',
  {
    id: integer().primaryKey(),
    versionId: reference('version_id', () => surveyVersions.id),
    questionId: text('question_id').notNull(),
    unitId: reference('unit_id', () => units.id),
    channel: text().$type<Channel>().notNull(),
    fromOn: text('from_on').notNull(),
    toOn: text('to_on').notNull(),
    n1: integer().notNull(),
    n2: integer().notNull(),
    n3: integer().notNull(),
    n4: integer().notNull(),
    n5: integer().notNull(),
    handedOut: integer('handed_out'),
    returned: integer(),
    invalid: integer(),
    /** The score the source printed for these counts, whatever its formula was. */
    publishedScore: text('published_score'),
    source: text().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    index('tally_sheets_place').on(table.unitId, table.versionId, table.questionId, table.channel),
    check(
      'tally_sheets_counts',
      sql`min(${table.n1}, ${table.n2}, ${table.n3}, ${table.n4}, ${table.n5}) >= 0`,
    ),
    check('tally_sheets_days', sql`${table.fromOn} <= ${table.toOn}`),
  ],
)

/**
 * Dossier statistics, Biểu số 06 of Thông tư 01/2020. Parts that the source does not give are null. A row is never
 * changed: a correction or a withdrawal ends it, and figures read only rows that have not ended. A trigger refuses a
 * second such row for the same unit and field and an overlapping time.
 */
export const dossierStats = sqliteTable(
  'dossier_stats',
  {
    id: integer().primaryKey(),
    unitId: reference('unit_id', () => units.id),
    fieldId: integer('field_id').references(() => fields.id),
    fromOn: text('from_on').notNull(),
    toOn: text('to_on').notNull(),
    received: integer(),
    receivedOnline: integer('received_online'),
    receivedDirect: integer('received_direct'),
    receivedCarried: integer('received_carried'),
    resolved: integer(),
    resolvedBefore: integer('resolved_before'),
    resolvedOnTime: integer('resolved_on_time'),
    /** Before time and on time together, for sources that do not part them. */
    resolvedInTime: integer('resolved_in_time'),
    resolvedLate: integer('resolved_late'),
    inProgress: integer('in_progress'),
    inProgressInTime: integer('in_progress_in_time'),
    inProgressOverdue: integer('in_progress_overdue'),
    source: text().notNull(),
    createdAt: integer('created_at').notNull(),
    /** Null where a command brought it in. */
    createdBy: integer('created_by').references(() => users.id),
    endedAt: integer('ended_at'),
    endedBy: integer('ended_by').references(() => users.id),
    endReason: text('end_reason'),
    /** The correction that took its place; null while it stands, and where it was withdrawn. */
    replacedBy: integer('replaced_by').references((): AnySQLiteColumn => dossierStats.id),
  },
  (table) => [
    index('dossier_stats_place').on(table.unitId, table.fromOn),
    index('dossier_stats_standing')
      .on(table.unitId, table.fieldId, table.fromOn)
      .where(sql`${table.endedAt} is null`),
  ],
)
