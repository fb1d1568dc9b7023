import 'server-only'
import type { Field } from '@/domain/field'
import { againWhileRefused } from '../refused-change'

/**
 * A name as a value of the writing batch itself, which is nothing where somebody has named a field since `all` was
 * read: the column refuses that, and the whole batch with it. So no two names that look the same come in at once.
 */
export function nameIfStill(
  all: readonly Field[],
  name: string,
): Readonly<{ sql: string; args: readonly string[] }> {
  return { sql: `case when ${names} = ? then ? end`, args: [namesOf(all), name] }
}

/** Does it again from the start, reading included, where a name has come in between. */
export const whileNamesStand = <T>(change: () => Promise<T>): Promise<T> =>
  againWhileRefused(
    /NOT NULL.*fields\.name|groups of fields have no groups|UNIQUE.*fields\.code/,
    change,
  )

const names = `coalesce((select group_concat(name, char(10)) from (select name from fields order by id)), '')`

const namesOf = (all: readonly Field[]): string =>
  all
    .toSorted((a, b) => a.id - b.id)
    .map(({ name }) => name)
    .join('\n')
