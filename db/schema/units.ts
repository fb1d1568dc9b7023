import {
  type AnySQLiteColumn,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'

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
