import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  blob,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { Channel, DoorKind, Mode, Touchpoint } from '@/domain/door'
import type { Locale, SurveyDefinition } from '@/domain/survey'

// Instants (`…At`) are milliseconds since 1970 UTC; local days (`…On`) are `YYYY-MM-DD` in Asia/Ho_Chi_Minh.

/** Small facts of the installation: the key of content hashes, what first start has made. */
export const settings = sqliteTable('settings', {
  key: text().primaryKey(),
  value: text().notNull(),
})

export const units = sqliteTable(
  'units',
  {
    id: integer().primaryKey(),
    code: text().notNull().unique(),
    name: text().notNull(),
    level: text().$type<UnitLevelColumn>().notNull(),
    parentId: integer('parent_id').references((): AnySQLiteColumn => units.id),
    validFrom: text('valid_from'),
    validTo: text('valid_to'),
    successorId: integer('successor_id').references((): AnySQLiteColumn => units.id),
  },
  (table) => [index('units_parent').on(table.parentId)],
)
type UnitLevelColumn = 'tinh' | 'xa' | 'huyen_legacy' | 'so' | 'office'

/** Fields of administrative procedures (lĩnh vực), about twelve groups at first start. */
export const fields = sqliteTable('fields', {
  id: integer().primaryKey(),
  code: text().notNull().unique(),
  name: text().notNull(),
})

export const desks = sqliteTable(
  'desks',
  {
    id: integer().primaryKey(),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    code: text().notNull(),
    label: text().notNull(),
  },
  (table) => [uniqueIndex('desks_unit_code').on(table.unitId, table.code)],
)

export const surveys = sqliteTable('surveys', {
  id: integer().primaryKey(),
  code: text().notNull().unique(),
  openedAt: integer('opened_at').notNull(),
  closedAt: integer('closed_at'),
})

/** Immutable once published; a change is a new row. `publicId` is `{code}@{number}`. */
export const surveyVersions = sqliteTable(
  'survey_versions',
  {
    id: integer().primaryKey(),
    publicId: text('public_id').notNull().unique(),
    surveyId: integer('survey_id')
      .notNull()
      .references(() => surveys.id),
    number: integer().notNull(),
    definition: text({ mode: 'json' }).$type<SurveyDefinition>().notNull(),
    publishedAt: integer('published_at').notNull(),
    closedAt: integer('closed_at'),
  },
  (table) => [uniqueIndex('survey_versions_number').on(table.surveyId, table.number)],
)

/** Everything by which a response can come in. Unit, desk and channel of a door never change. */
export const doors = sqliteTable(
  'doors',
  {
    id: integer().primaryKey(),
    code: text().notNull().unique(),
    kind: text().$type<DoorKind>().notNull(),
    channel: text().$type<Channel>().notNull(),
    surveyId: integer('survey_id')
      .notNull()
      .references(() => surveys.id),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    deskId: integer('desk_id').references(() => desks.id),
    fieldId: integer('field_id').references(() => fields.id),
    touchpoint: text().$type<Touchpoint>(),
    /** For `kind` device: whose credential opens it, whichever desk that device stands at by now. */
    deviceId: integer('device_id').references((): AnySQLiteColumn => devices.id),
    openedAt: integer('opened_at').notNull(),
    closedAt: integer('closed_at'),
  },
  (table) => [index('doors_device').on(table.deviceId)],
)

/** A tablet at a desk. What it last told of itself stands beside it; nothing of a citizen does. */
export const devices = sqliteTable(
  'devices',
  {
    id: integer().primaryKey(),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    deskId: integer('desk_id')
      .notNull()
      .references(() => desks.id),
    name: text().notNull(),
    enrolledAt: integer('enrolled_at').notNull(),
    revokedAt: integer('revoked_at'),
    lastSeenAt: integer('last_seen_at').notNull(),
    reportedAt: integer('reported_at'),
    queueLength: integer('queue_length'),
    /** When the oldest waiting response was answered, by the server's clock. */
    oldestWaitingAt: integer('oldest_waiting_at'),
    quarantineLength: integer('quarantine_length'),
    appVersion: text('app_version'),
    storagePersisted: integer('storage_persisted', { mode: 'boolean' }),
    storageFree: integer('storage_free'),
    clockOffset: integer('clock_offset'),
  },
  (table) => [index('devices_unit').on(table.unitId)],
)

/** A one-time code for a desk; it is used up once a credential names it. */
export const enrolmentCodes = sqliteTable(
  'enrolment_codes',
  {
    /** SHA-256 of the code. */
    codeHash: text('code_hash').primaryKey(),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    deskId: integer('desk_id')
      .notNull()
      .references(() => desks.id),
    /** Ids of the surveys that the tablet will show, in their order. */
    surveyIds: text('survey_ids', { mode: 'json' }).$type<readonly number[]>().notNull(),
    name: text().notNull(),
    madeBy: integer('made_by')
      .notNull()
      .references(() => users.id),
    madeAt: integer('made_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('enrolment_codes_expiry').on(table.expiresAt)],
)

/**
 * All credentials a device ever had. An ended one opens nothing any more, but tells which tablet it is that enrols
 * again, even where the reply with a newer one was lost.
 */
export const deviceCredentials = sqliteTable(
  'device_credentials',
  {
    /** SHA-256 of the credential. */
    hash: text().primaryKey(),
    deviceId: integer('device_id')
      .notNull()
      .references(() => devices.id),
    /** Unique: a code makes one credential, however many ask at once. */
    codeHash: text('code_hash').notNull().unique(),
    startedAt: integer('started_at').notNull(),
    endedAt: integer('ended_at'),
  },
  (table) => [index('device_credentials_device').on(table.deviceId)],
)

/** The surveys a tablet shows now, each through its door; earlier doors of the device only take what is late. */
export const deviceSurveys = sqliteTable(
  'device_surveys',
  {
    deviceId: integer('device_id')
      .notNull()
      .references(() => devices.id),
    surveyId: integer('survey_id')
      .notNull()
      .references(() => surveys.id),
    doorId: integer('door_id')
      .notNull()
      .references(() => doors.id),
    position: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.deviceId, table.surveyId] })],
)

/** One row per response; `seq` is the order of arrival, `id` was made where it was answered. */
export const responses = sqliteTable(
  'responses',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    versionId: integer('version_id')
      .notNull()
      .references(() => surveyVersions.id),
    doorId: integer('door_id')
      .notNull()
      .references(() => doors.id),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
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
    /** 1 once the response stands in the tallies; both change in one batch. */
    tallied: integer().notNull().default(0),
  },
  (table) => [check('responses_tallied', sql`${table.tallied} in (0, 1)`)],
)

/**
 * Sums of responses, kept in the same batch as the response itself.
 * `slice` says what `item` is: total (''), desk, field, touchpoint, channel, mode, question or factor.
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

/** An office's hand-counted totals, or published counts of the past. Feeds the same figures. */
export const tallySheets = sqliteTable(
  'tally_sheets',
  {
    id: integer().primaryKey(),
    versionId: integer('version_id')
      .notNull()
      .references(() => surveyVersions.id),
    questionId: text('question_id').notNull(),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
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

/** Dossier statistics, Biểu số 06 of Thông tư 01/2020. Parts that the source does not give are null. */
export const dossierStats = sqliteTable(
  'dossier_stats',
  {
    id: integer().primaryKey(),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
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
  },
  (table) => [index('dossier_stats_place').on(table.unitId, table.fromOn)],
)

export const users = sqliteTable('users', {
  id: integer().primaryKey(),
  email: text().notNull().unique(),
  name: text().notNull(),
  passwordHash: text('password_hash').notNull(),
  createdAt: integer('created_at').notNull(),
  disabledAt: integer('disabled_at'),
})

/** A role holds for the unit and everything under it. */
export const grants = sqliteTable(
  'grants',
  {
    userId: integer('user_id')
      .notNull()
      .references(() => users.id),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    role: text().$type<'admin' | 'leader' | 'reporter' | 'clerk' | 'viewer'>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.unitId, table.role] })],
)

/** A signed-in browser. The cookie is worth nothing once the row has ended. */
export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the id in the cookie. */
    idHash: text('id_hash').primaryKey(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id),
    createdAt: integer('created_at').notNull(),
    lastSeenAt: integer('last_seen_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    endedAt: integer('ended_at'),
  },
  (table) => [index('sessions_user').on(table.userId)],
)

/** What somebody without JavaScript typed before an error, for a quarter of an hour. */
export const drafts = sqliteTable(
  'drafts',
  {
    tokenHash: text('token_hash').primaryKey(),
    doorId: integer('door_id')
      .notNull()
      .references(() => doors.id),
    content: text().notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('drafts_expiry').on(table.expiresAt)],
)

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
