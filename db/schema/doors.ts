import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'
import type { Channel, DoorKind, Touchpoint } from '@/domain/door'
import { users } from './people'
import { reference } from './reference'
import { surveys } from './surveys'
import { desks, fields, units } from './units'

/** Everything by which a response can come in. Unit, desk and channel of a door never change. */
export const doors = sqliteTable(
  'doors',
  {
    id: integer().primaryKey(),
    code: text().notNull().unique(),
    kind: text().$type<DoorKind>().notNull(),
    channel: text().$type<Channel>().notNull(),
    surveyId: reference('survey_id', () => surveys.id),
    unitId: reference('unit_id', () => units.id),
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
    unitId: reference('unit_id', () => units.id),
    deskId: reference('desk_id', () => desks.id),
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
    unitId: reference('unit_id', () => units.id),
    deskId: reference('desk_id', () => desks.id),
    /** Ids of the surveys that the tablet will show, in their order. */
    surveyIds: text('survey_ids', { mode: 'json' }).$type<readonly number[]>().notNull(),
    name: text().notNull(),
    madeBy: reference('made_by', () => users.id),
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
    deviceId: reference('device_id', () => devices.id),
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
    deviceId: reference('device_id', () => devices.id),
    surveyId: reference('survey_id', () => surveys.id),
    doorId: reference('door_id', () => doors.id),
    position: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.deviceId, table.surveyId] })],
)
