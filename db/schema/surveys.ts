import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { SurveyDefinition } from '@/domain/survey'
import { reference } from './reference'

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
    surveyId: reference('survey_id', () => surveys.id),
    number: integer().notNull(),
    definition: text({ mode: 'json' }).$type<SurveyDefinition>().notNull(),
    publishedAt: integer('published_at').notNull(),
    closedAt: integer('closed_at'),
  },
  (table) => [uniqueIndex('survey_versions_number').on(table.surveyId, table.number)],
)
