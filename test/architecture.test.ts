import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const rooms = ['domain', 'lib', 'db', 'auth', 'components', 'app', 'scripts'] as const

type Cruise = {
  modules: { source: string }[]
  summary: { violations: { rule: { name: string }; from: string }[] }
}

describe('the layers', () => {
  test('every import keeps to them, and every module was seen', () => {
    const { modules, summary } = cruise(resolve('.'))
    expect(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`)).toEqual([])
    // A parser that stops understanding TypeScript sees nothing and finds nothing wrong.
    const seen = new Set(modules.map(({ source }) => source))
    expect(sources().filter((file) => !seen.has(file))).toEqual([])
    expect(sources().length).toBeGreaterThan(150)
  })

  test('a planted violation of each rule is found', () => {
    const dir = mkdtempSync(join(tmpdir(), 'hai-long-layers-'))
    for (const [file, content] of Object.entries(planted)) {
      mkdirSync(dirname(join(dir, file)), { recursive: true })
      writeFileSync(join(dir, file), content)
    }
    const found = new Set(cruise(dir).summary.violations.map(({ rule }) => rule.name))
    rmSync(dir, { recursive: true })
    expect([...found].sort()).toEqual(
      [
        'app-reaches-only-messages-components-auth-db-lib-domain',
        'auth-reaches-only-db-lib-domain',
        'component-folders-apart',
        'components-reaches-only-lib-domain',
        'db-reaches-only-lib-domain',
        'domain-is-pure',
        'domain-reaches-only-itself',
        'folders-of-a-room-go-one-way',
        'lib-reaches-only-domain-messages',
        'next-auth-only-in-auth',
        'no-cycles',
        'no-missing-modules',
        'nothing-imports-test',
        'scripts-reaches-only-app-messages-components-auth-db-lib-domain',
        'sql-only-in-db',
        'top-of-db-carries-its-folders',
        'ui-stands-alone',
      ].sort(),
    )
  })
})

const planted = {
  'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
  'node_modules/drizzle-orm/index.js': '',
  'node_modules/drizzle-orm/package.json': '{ "name": "drizzle-orm", "main": "index.js" }',
  'node_modules/next-auth/index.js': '',
  'node_modules/next-auth/package.json': '{ "name": "next-auth", "main": "index.js" }',
  'domain/rate.ts': "import '@/db/client'",
  'domain/scale.ts': "import './rate'\nimport './missing'",
  'lib/log.ts': "import type { A } from '@/db/client'",
  'lib/http.ts': "import './words'",
  'lib/words.ts': "import './http'",
  'db/client.ts': "import '@/auth/session'\nexport type A = 1",
  'db/lock.ts': "import './units/units'",
  'db/units/units.ts': "import '../desks/desks'",
  'db/desks/desks.ts': '',
  'db/desks/moves.ts': "import '../units/names'",
  'db/units/names.ts': '',
  'auth/session.ts': "import '@/components/ui/button'",
  'components/ui/button.tsx': "import '../survey/form'\nimport 'next-auth'",
  'components/survey/form.tsx': "import '../report/bar'\nimport '@/db/client'",
  'components/report/bar.tsx': "import 'drizzle-orm'",
  'app/page.tsx': "import '@/scripts/demo'",
  'scripts/demo.ts': "import '@/test/helper'",
  'messages/words.ts': '',
  'test/helper.ts': '',
}

function cruise(directory: string): Cruise {
  const command = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const config = resolve('.dependency-cruiser.cjs')
  const said = run([command, '--output-type', 'json', '--config', config, '.'], directory)
  return JSON.parse(said)
}

/** What a node program prints, also when it ends with the number of errors it found. */
function run(args: string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 1e8 })
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}

const onTheTablet = [
  'lib/outbox-store.ts',
  'lib/outbox-lease.ts',
  'lib/outbox-drafts.ts',
  'lib/device-settings.ts',
]

describe('the house rules no linter knows', () => {
  test('db and auth never reach a browser', () => {
    const guarded = sources().filter(
      (file) => /^(db|auth)\//.test(file) && !/^db\/(schema|questionnaires)\b/.test(file),
    )
    const open = guarded.filter((file) => !read(file).startsWith("import 'server-only'"))
    expect(open).toEqual([])
  })

  test('only the session mints a scope', () => {
    const allowed = ['auth/session.ts', 'domain/access.ts']
    const minting = sources().filter((file) => read(file).includes('computeScope'))
    expect(minting.filter((file) => !allowed.includes(file))).toEqual([])
  })

  test('no file or folder has a name that says nothing', () => {
    const empty = /(^|[/-])(utils?|helpers?|common|misc|managers?|services?)([./-]|$)/
    expect(sources().filter((file) => empty.test(file))).toEqual([])
  })

  test('no server actions, no framework cache, no inline styles', () => {
    const banned = /^\s*['"]use (server|cache)['"]|\sstyle=[{"]/m
    expect(sources().filter((file) => banned.test(read(file)))).toEqual([])
  })

  test('every write goes through write()', () => {
    // The lock is held open, the audit reads one moment, the browser's queue is another database.
    const allowed = ['db/client.ts', 'db/lock.ts', 'db/recount/database.ts', ...onTheTablet]
    const around = /\.transaction\(|\.\$client\.(batch|transaction|executeMultiple)\(/
    const rest = sources().filter((file) => !allowed.includes(file))
    expect(rest.filter((file) => around.test(read(file)))).toEqual([])
  })

  test('files stay short', () => {
    const long = sources(/\.(tsx?|mjs|css)$/).filter((file) => lines(file) > 250)
    expect(long).toEqual([])
  })
})

const read = (file: string) => readFileSync(file, 'utf8')
const lines = (file: string) => read(file).split('\n').length - 1

function sources(kind = /\.(tsx?|mjs)$/): string[] {
  return rooms.flatMap((room) => filesUnder(room)).filter((file) => kind.test(file))
}

function filesUnder(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    return []
  }
}
