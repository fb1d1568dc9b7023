import { type AnySQLiteColumn, integer } from 'drizzle-orm/sqlite-core'

/** The key of a row of another table, which must be there. */
export const reference = <Name extends string>(name: Name, target: () => AnySQLiteColumn) =>
  integer(name).notNull().references(target)
