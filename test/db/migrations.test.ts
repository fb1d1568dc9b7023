import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { useTestDatabase } from '@/test/helpers/database'

useTestDatabase()

type Journal = { entries: { idx: number; when: number; tag: string }[] }
const journal: Journal = JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8'))

// drizzle skips, without a word, a migration whose time is older than the newest one applied.
test('the migration journal only grows', () => {
  for (const [position, entry] of journal.entries.entries()) {
    expect(entry.idx).toBe(position)
    expect(entry.when).toBeGreaterThan(journal.entries[position - 1]?.when ?? 0)
    expect(entry.tag).toMatch(new RegExp(`^${String(position).padStart(4, '0')}_`))
    expect(existsSync(`db/migrations/${entry.tag}.sql`)).toBe(true)
  }
  const files = readdirSync('db/migrations').filter((name) => name.endsWith('.sql'))
  expect(files.map((name) => name.replace('.sql', '')).sort()).toEqual(
    journal.entries.map((entry) => entry.tag).sort(),
  )
})

// SQLite runs the first of several and says nothing; a libSQL server refuses them all.
test('each part of a migration is one statement', () => {
  for (const { tag } of journal.entries) {
    const parts = readFileSync(`db/migrations/${tag}.sql`, 'utf8').split('--> statement-breakpoint')
    const several = parts.filter((part) => !/CREATE TRIGGER/.test(part) && /;\s*\S/.test(part))
    expect([tag, several]).toEqual([tag, []])
  }
})

test('the migrations say what db/schema says', () => {
  const out = mkdtempSync(join(tmpdir(), 'hai-long-drift-'))
  cpSync('db/migrations', out, { recursive: true })
  const drizzleKit = ['node_modules/drizzle-kit/bin.cjs', 'generate', '--dialect=sqlite']
  const said = execFileSync(
    process.execPath,
    [...drizzleKit, '--schema=db/schema/*.ts', `--out=${relative('.', out)}`],
    { encoding: 'utf8' },
  )
  rmSync(out, { recursive: true })
  expect(said).toContain('No schema changes')
})

test('every migration is applied to a new database', async () => {
  const { rows } = await database().$client.execute(
    'select count(*) as n from __drizzle_migrations',
  )
  expect(Number(rows[0]?.n)).toBe(journal.entries.length)
})
