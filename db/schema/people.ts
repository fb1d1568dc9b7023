import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { reference } from './reference'
import { units } from './units'

export const users = sqliteTable('users', {
  id: integer().primaryKey(),
  email: text().notNull().unique(),
  name: text().notNull(),
  /** Empty until the person has set one by a link: nothing fits it. */
  passwordHash: text('password_hash').notNull(),
  createdAt: integer('created_at').notNull(),
  disabledAt: integer('disabled_at'),
  signedInAt: integer('signed_in_at'),
})

/** One-time links by which somebody sets a password. A trigger lets each end once. */
export const passwordLinks = sqliteTable(
  'password_links',
  {
    /** SHA-256 of what stands in the address. */
    tokenHash: text('token_hash').primaryKey(),
    userId: reference('user_id', () => users.id),
    madeBy: reference('made_by', () => users.id),
    expiresAt: integer('expires_at').notNull(),
    /** When it was used, or a newer one took its place. */
    endedAt: integer('ended_at'),
  },
  (table) => [index('password_links_user').on(table.userId)],
)

/** A role holds for the unit and everything under it. */
export const grants = sqliteTable(
  'grants',
  {
    userId: reference('user_id', () => users.id),
    unitId: reference('unit_id', () => units.id),
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
    userId: reference('user_id', () => users.id),
    createdAt: integer('created_at').notNull(),
    lastSeenAt: integer('last_seen_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    endedAt: integer('ended_at'),
  },
  (table) => [index('sessions_user').on(table.userId)],
)

/** What somebody typed or sent that could not be stored yet: shown again with its problems, gone after some hours. */
export const staffDrafts = sqliteTable(
  'staff_drafts',
  {
    id: text().primaryKey(),
    userId: reference('user_id', () => users.id),
    kind: text().notNull(),
    content: text().notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('staff_drafts_user').on(table.userId, table.expiresAt)],
)
