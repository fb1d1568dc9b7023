import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '@libsql/client'
import Database from 'libsql'
import { applyMigrations } from '@/db/installation/migrate'
import { fileUrl } from '@/lib/env'

const folder = 'db/migrations'
type Journal = { entries: { when: number; tag: string }[] }

/** The names of all migrations, oldest first. */
export const migrations: readonly string[] = (
  JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as Journal
).entries.map(({ tag }) => tag)

const applied = (count: number, name: string) => migrations.slice(0, count).includes(name)

/** Which rows of a table could be there after so many migrations, where not all. */
function heldBy(count: number, schema = 'main'): Record<string, string> {
  const closed = `select coalesce(min(seq), 1e15) from ${schema}.audit_events where action = 'period-closed'`
  return {
    // Corrections: until then there was one table for a place and a period.
    ...(applied(count, '0002_dossier_corrections') ? {} : { dossier_stats: 'ended_at is null' }),
    ...(applied(count, '0003_invalidations')
      ? {}
      : { responses: 'tallied = 1', tallies: "slice <> 'invalid' and n <> 0" }),
    // The chain may not tell of closings that are not there: it ends before them.
    ...(applied(count, '0006_snapshots') ? {} : { audit_events: `seq < (${closed})` }),
  }
}

/**
 * Makes the database of a release that had so many migrations, with whatever of the donor's rows it had room for.
 * Comments stand in the answers, and the tallies per place are missing, where they did in that release.
 */
export async function makeEarlier(donor: string, file: string, count: number): Promise<void> {
  const client = createClient({ url: fileUrl(file) })
  await client.execute('PRAGMA journal_mode = WAL')
  await applyFirst(client, count)
  client.close()
  const database = new Database(file)
  database.exec('PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF')
  database.prepare('attach ? as donor').run(donor)
  const triggers = list(database, "select name, sql from sqlite_master where type = 'trigger'")
  database.exec('begin')
  for (const { name } of triggers) database.exec(`drop trigger "${name}"`)
  for (const table of tablesOf(database)) {
    copyRows(database, table, heldBy(count, 'donor')[table] ?? 'true')
  }
  if (!applied(count, '0004_comments')) putCommentsBack(database)
  if (!applied(count, '0007_place-slice'))
    database.exec("delete from tallies where slice = 'place'")
  for (const { sql } of triggers) database.exec(String(sql))
  database.exec('commit')
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
}

/** Every row that a database with so many migrations could hold, table by table, as one line of JSON each. */
export function dump(file: string, count: number, like: string): Record<string, string[]> {
  const shape = new Database(like)
  const database = new Database(file)
  const rowsOf = (table: string) => {
    const held = heldBy(count)[table] ?? 'true'
    const wanted = columnsOf(shape, 'main', table).join(', ')
    const rows = list(database, `select ${wanted} from ${table} where ${held}`).filter(
      ({ action }) => action !== 'database-upgraded',
    )
    return rows.map((row) => JSON.stringify(row)).sort()
  }
  const dumped = Object.fromEntries(tablesOf(shape).map((table) => [table, rowsOf(table)]))
  dumped.words = list(
    database,
    'select response_seq, question, coalesce(original, text) as said from comments',
  )
    .map((row) => JSON.stringify(row))
    .filter((row) => applied(count, '0003_invalidations') || !isLeftOut(database, row))
    .sort()
  shape.close()
  database.close()
  return dumped
}

/** Everything a file has, as it is: how each table, index and trigger was made, and every row. */
export function contents(file: string): Record<string, unknown> {
  const database = new Database(file)
  const made = list(database, 'select type, name, sql from sqlite_master order by type, name')
  const tables = made.filter(({ type, name }) => type === 'table' && name !== 'sqlite_stat1')
  const rows = tables.map(({ name }) => [name, list(database, `select * from "${name}"`)])
  database.close()
  return { made, ...Object.fromEntries(rows) }
}

function isLeftOut(database: Database.Database, row: string): boolean {
  const { response_seq: seq } = JSON.parse(row) as { response_seq: number }
  return list(database, `select 1 from responses where seq = ${seq} and tallied = 1`).length === 0
}

async function applyFirst(client: Client, count: number): Promise<void> {
  const first = mkdtempSync(join(tmpdir(), 'hai-long-migrations-'))
  cpSync(folder, first, { recursive: true })
  const journal = join(first, 'meta/_journal.json')
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8')) as Journal
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, count) }))
  await applyMigrations(client, first)
  rmSync(first, { recursive: true })
}

function copyRows(database: Database.Database, table: string, held: string): void {
  const theirs = columnsOf(database, 'donor', table)
  const common = columnsOf(database, 'main', table).filter((name) => theirs.includes(name))
  database.exec(
    `insert into main.${table} (${common}) select ${common} from donor.${table} where ${held}`,
  )
}

function putCommentsBack(database: Database.Database): void {
  database.exec(`update main.responses set answers = (
      select json_patch(answers, json_group_object(question, coalesce(original, text)))
      from donor.comments where response_seq = responses.seq)
    where seq in (select response_seq from donor.comments)`)
}

const tablesOf = (database: Database.Database): string[] =>
  list(
    database,
    "select name from sqlite_master where type = 'table' and name not glob '__*' and name not glob 'sqlite_*'",
  ).map(({ name }) => String(name))

const columnsOf = (database: Database.Database, schema: string, table: string): string[] =>
  list(database, `select name from pragma_table_info('${table}', '${schema}')`).map(
    ({ name }) => `"${name}"`,
  )

const list = (database: Database.Database, sql: string): Record<string, unknown>[] =>
  database.prepare(sql).all() as Record<string, unknown>[]
