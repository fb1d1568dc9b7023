import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { reference } from './reference'

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
  /** The field whose group it belongs to; triggers see to it that a group belongs to none. */
  groupId: integer('group_id').references((): AnySQLiteColumn => fields.id),
  /** No longer offered where one is chosen; what was counted for it stays. */
  hiddenAt: integer('hidden_at'),
})

export const desks = sqliteTable(
  'desks',
  {
    id: integer().primaryKey(),
    unitId: reference('unit_id', () => units.id),
    code: text().notNull(),
    label: text().notNull(),
    /** Nobody is served there any more; what was counted for it stays. */
    closedAt: integer('closed_at'),
  },
  (table) => [uniqueIndex('desks_unit_code').on(table.unitId, table.code)],
)

/** The fields a desk serves, as its office says. */
export const deskFields = sqliteTable(
  'desk_fields',
  {
    deskId: reference('desk_id', () => desks.id),
    fieldId: reference('field_id', () => fields.id),
  },
  (table) => [primaryKey({ columns: [table.deskId, table.fieldId] })],
)
