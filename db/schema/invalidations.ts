import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { SignKind } from '@/domain/sign/sign'
import { users } from './people'
import { reference } from './reference'
import { responses } from './responses'
import { units } from './units'

/** A proposal to leave responses of one unit out of the count, with its reason. Never changed; triggers see to it. */
export const invalidations = sqliteTable(
  'invalidations',
  {
    id: integer().primaryKey(),
    unitId: reference('unit_id', () => units.id),
    /** How many responses it names. */
    size: integer().notNull(),
    reason: text().notNull(),
    /** The kind of sign it came from, where it did. */
    sign: text().$type<SignKind>(),
    proposedBy: reference('proposed_by', () => users.id),
    proposedAt: integer('proposed_at').notNull(),
  },
  (table) => [
    index('invalidations_unit').on(table.unitId, table.id),
    check('invalidations_size', sql`${table.size} > 0`),
  ],
)

/** The responses a proposal names. `held` is 1 until it is declined, withdrawn or restored: one holds a response at most. */
export const invalidationResponses = sqliteTable(
  'invalidation_responses',
  {
    invalidationId: reference('invalidation_id', () => invalidations.id),
    responseSeq: reference('response_seq', () => responses.seq),
    held: integer().notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.invalidationId, table.responseSeq] }),
    uniqueIndex('invalidation_responses_held').on(table.responseSeq).where(sql`${table.held} = 1`),
    check('invalidation_responses_held_flag', sql`${table.held} in (0, 1)`),
  ],
)

/** What became of a proposal. Its key makes sure that it is decided once, whoever else decides at that moment. */
export const invalidationDecisions = sqliteTable(
  'invalidation_decisions',
  {
    invalidationId: integer('invalidation_id')
      .primaryKey()
      .references(() => invalidations.id),
    decision: text().$type<'confirmed' | 'declined' | 'withdrawn'>().notNull(),
    decidedBy: reference('decided_by', () => users.id),
    decidedAt: integer('decided_at').notNull(),
  },
  (table) => [
    check(
      'invalidation_decisions_kind',
      sql`${table.decision} in ('confirmed', 'declined', 'withdrawn')`,
    ),
  ],
)

/** The end of a confirmed invalidation: its responses count again. */
export const invalidationRestorations = sqliteTable('invalidation_restorations', {
  invalidationId: integer('invalidation_id')
    .primaryKey()
    .references(() => invalidations.id),
  reason: text().notNull(),
  restoredBy: reference('restored_by', () => users.id),
  restoredAt: integer('restored_at').notNull(),
})
