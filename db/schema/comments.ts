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
import type { CommentState } from '@/domain/comment'
import { users } from './people'
import { reference } from './reference'
import { responses } from './responses'

/**
 * What people wrote in words, apart from the answers that are counted, so that the words can be blanked and the
 * figures stay. A row stays when its words are gone: it keeps a late replay from bringing them back.
 */
export const comments = sqliteTable(
  'comments',
  {
    id: integer().primaryKey(),
    /** Random: the address of a comment and its place in its month, which so tell nothing of when it came. */
    key: text().notNull().unique(),
    responseSeq: reference('response_seq', () => responses.seq),
    /** Id of the question within the version. */
    question: text().notNull(),
    // Copies of what the response says, so that a list reads this table alone; the audit compares them.
    unitId: integer('unit_id').notNull(),
    versionId: integer('version_id').notNull(),
    /** Calendar month, years × 12 + 0..11: half of the response's half-month. */
    month: integer().notNull(),
    /** The overall level, null where none was given. */
    level: integer(),
    /** Follows `responses.tallied` by a trigger: 0 while the response is invalidated. */
    tallied: integer().notNull().default(1),
    state: text().$type<CommentState>().notNull().default('new'),
    /** With marks in place of what is masked; null once its time is over. */
    text: text(),
    /** The text before officials masked words in it; null where they did not. */
    original: text(),
    /** `text` as searches compare it. Null until the text has been masked. */
    folded: text(),
  },
  (table) => [
    uniqueIndex('comments_response').on(table.responseSeq, table.question),
    index('comments_reading').on(
      table.unitId,
      table.month,
      table.key,
      table.versionId,
      table.tallied,
      table.state,
      table.level,
    ),
    // For whoever blanks them: those that still have words, oldest first.
    index('comments_due').on(table.month).where(sql`text is not null`),
    check('comments_tallied', sql`${table.tallied} in (0, 1)`),
  ],
)

/** What an official made of a comment, and what was done about it. The newest one is the comment's state. */
export const commentMarks = sqliteTable(
  'comment_marks',
  {
    id: integer().primaryKey(),
    commentId: reference('comment_id', () => comments.id),
    state: text().$type<CommentState>().notNull(),
    note: text().notNull(),
    madeBy: reference('made_by', () => users.id),
    madeAt: integer('made_at').notNull(),
  },
  (table) => [index('comment_marks_comment').on(table.commentId)],
)

/** Words that an official masked in a comment: where they stand in `comments.original`, not what they are. */
export const redactions = sqliteTable(
  'redactions',
  {
    id: integer().primaryKey(),
    commentId: reference('comment_id', () => comments.id),
    /** Pairs [from, to) of places in the original. */
    spans: text({ mode: 'json' }).$type<readonly (readonly [number, number])[]>().notNull(),
    madeBy: reference('made_by', () => users.id),
    madeAt: integer('made_at').notNull(),
    liftedBy: integer('lifted_by').references(() => users.id),
    liftedAt: integer('lifted_at'),
  },
  (table) => [index('redactions_comment').on(table.commentId)],
)

/** Who may read the original of a comment for a short while, having asked for it. */
export const commentReveals = sqliteTable(
  'comment_reveals',
  {
    commentId: reference('comment_id', () => comments.id),
    userId: reference('user_id', () => users.id),
    until: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.commentId, table.userId] })],
)
