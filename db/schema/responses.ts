import { sql } from 'drizzle-orm'
import { blob, check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Channel, Mode, Touchpoint } from '@/domain/door'
import type { Locale } from '@/domain/survey'
import { doors } from './doors'
import { reference } from './reference'
import { surveyVersions } from './surveys'
import { desks, fields, units } from './units'

/** One row per response; `seq` is the order of arrival, `id` was made where it was answered. */
export const responses = sqliteTable(
  'responses',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    versionId: reference('version_id', () => surveyVersions.id),
    doorId: reference('door_id', () => doors.id),
    unitId: reference('unit_id', () => units.id),
    deskId: integer('desk_id').references(() => desks.id),
    fieldId: integer('field_id').references(() => fields.id),
    touchpoint: text().$type<Touchpoint>(),
    channel: text().$type<Channel>().notNull(),
    mode: text().$type<Mode>().notNull(),
    locale: text().$type<Locale>().notNull(),
    startedAt: integer('started_at').notNull(),
    answeredAt: integer('answered_at').notNull(),
    sentAt: integer('sent_at').notNull(),
    /** Server's clock − device's, as the device knew it when it was answered. */
    clockOffset: integer('clock_offset'),
    receivedAt: integer('received_at').notNull(),
    /** Local day the answer counts in, from the corrected time; `halfMonth` is derived from it. */
    answeredOn: text('answered_on').notNull(),
    halfMonth: integer('half_month').notNull(),
    /** 1 where the device's clock could not be believed and the day of arrival was taken. */
    clockDoubt: integer('clock_doubt').notNull().default(0),
    /** Parsed answers by question id, as JSON. */
    answers: text().notNull(),
    /** Keyed hash of the canonical content: tells a replay from another answer under the same id. */
    contentHash: blob('content_hash', { mode: 'buffer' }).notNull(),
    /** 1 once the response stands in the tallies, 0 while it is invalidated; both change in one batch. */
    tallied: integer().notNull().default(0),
  },
  (table) => [
    // In order of arrival within a unit and half-month: `seq` is the row's key and so the index's last column.
    index('responses_place').on(table.unitId, table.halfMonth),
    check('responses_tallied', sql`${table.tallied} in (0, 1)`),
  ],
)

/**
 * Sums of responses, kept in the same batch as the response itself.
 * `slice` says what `item` is: total (''), desk, field, touchpoint, channel, mode, question or factor; or invalid (''):
 * the overall level of responses that were invalidated, which stand in no other slice.
 * `cell` is a level '1'..'5', 'na', 'missing', an option id, or 'people' for factors.
 * `level` is the overall level 1..5 of the same responses for single and multiple choice, else 0.
 */
export const tallies = sqliteTable(
  'tallies',
  {
    versionId: integer('version_id').notNull(),
    slice: text().notNull(),
    unitId: integer('unit_id').notNull(),
    halfMonth: integer('half_month').notNull(),
    item: text().notNull(),
    cell: text().notNull(),
    level: integer().notNull(),
    n: integer().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.versionId,
        table.slice,
        table.unitId,
        table.halfMonth,
        table.item,
        table.cell,
        table.level,
      ],
    }),
  ],
)

/** What somebody without JavaScript typed before an error, for a quarter of an hour. */
export const drafts = sqliteTable(
  'drafts',
  {
    tokenHash: text('token_hash').primaryKey(),
    doorId: reference('door_id', () => doors.id),
    content: text().notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('drafts_expiry').on(table.expiresAt)],
)
