import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Journal = Readonly<{ entries: readonly Readonly<{ when: number; tag: string }>[] }>
type Migration = Journal['entries'][number]

let known: Migration[] | undefined

/** The migrations of this build, oldest first. */
function migrations(): Migration[] {
  const file = join(process.cwd(), 'db/migrations/meta/_journal.json')
  known ??= (JSON.parse(readFileSync(file, 'utf8')) as Journal).entries.toSorted(
    (a, b) => a.when - b.when,
  )
  return known
}

/** The newest migration of this build: its tables are those the code knows. */
export function newestMigration(): Migration {
  const newest = migrations().at(-1)
  if (!newest) throw new Error('The build has no migrations.')
  return newest
}

/** The name of the migration that was made at this moment; the moment itself for one that this build lacks. */
export const migrationAt = (when: number): string =>
  migrations().find((one) => one.when === when)?.tag ?? String(when)

/** The version of the app, as package.json has it. */
export function appVersion(): string {
  const file = join(process.cwd(), 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
