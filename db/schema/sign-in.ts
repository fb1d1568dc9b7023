import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from './people'
import { reference } from './reference'

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

/** A person's authenticator app: being set up until a code of it was typed. */
export const secondFactors = sqliteTable('second_factors', {
  userId: integer('user_id')
    .primaryKey()
    .references(() => users.id),
  /** Encrypted with a key of the installation. */
  secret: text().notNull(),
  confirmedAt: integer('confirmed_at'),
  /** The newest time step whose code was used: neither it nor an older one is taken again. */
  lastStep: integer('last_step').notNull().default(0),
})

/** One-time codes on paper, for whoever has lost the phone. */
export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    /** SHA-256 of the code. */
    codeHash: text('code_hash').primaryKey(),
    userId: reference('user_id', () => users.id),
    usedAt: integer('used_at'),
  },
  (table) => [index('recovery_codes_user').on(table.userId)],
)

/** Somebody whose password was right and whose code is still to come. It opens nothing but that step. */
export const pendingSignIns = sqliteTable(
  'pending_sign_ins',
  {
    /** SHA-256 of what the cookie carries. */
    idHash: text('id_hash').primaryKey(),
    userId: reference('user_id', () => users.id),
    tries: integer().notNull().default(0),
    expiresAt: integer('expires_at').notNull(),
    endedAt: integer('ended_at'),
  },
  (table) => [
    index('pending_sign_ins_user').on(table.userId),
    index('pending_sign_ins_expiry').on(table.expiresAt),
  ],
)
