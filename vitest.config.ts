import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The tests of the database that `npm test` runs a second time, over http; `npm run test:remote` runs them all. */
const twice = [
  'audit-list',
  'comment-blanking-once',
  'devices',
  'enrolment',
  'invalidation-once',
  'people',
  'sessions',
].map((name) => `test/db/${name}.test.ts`)
/** The same tests with the database behind a double of a libSQL server. */
const overHttp = { provide: { isRemote: true } }

/** What takes longest begins first, so that all workers end at about the same time. */
const longest =
  /(http\/(access|survival|app-command|starting|several)|db\/(upgrade|restore)|scripts\/\w+|auth\/hammering|architecture)\S*\.test\.ts$/

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => longest.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

/** What measures times and loads, or keeps two servers busy by itself. */
const alone = ['access', 'changing-routes', 'stopping', 'survival'].map(
  (name) => `test/http/${name}.test.ts`,
)

const rooms =
  /^(\w|-)+\.test\.ts$|^(auth|components|db|domain|helpers|lib|scripts)\/.*\.test\.tsx?$/
const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => rooms.test(file))
  .map((file) => `test/${file}`)
/**
 * Who replaces modules, the environment or the clock (by `vi`) has modules of their own. All others share theirs, which
 * halves their time: what a module keeps, it keeps from one test of a file to the next as well.
 */
const replacing = files.filter((file) =>
  /^import \{[^}]*\bvi\b[^}]*\} from 'vitest'/m.test(readFileSync(file, 'utf8')),
)

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

export default defineConfig({
  resolve: {
    alias: {
      '@': path('.'),
      // Next answers this import itself; the package throws anywhere but in a server component.
      'server-only': path('./node_modules/server-only/empty.js'),
    },
  },
  test: {
    // One for every core; left to itself, vitest keeps one core free.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      onDatabase('rooms', { include: files, exclude: replacing, isolate: false }),
      onDatabase('rooms-apart', { include: replacing }),
      onDatabase('remote', { ...overHttp, include: twice }),
      // A server's backups are its own affair: those of a file are tried on files alone.
      onDatabase('remote-all', {
        ...overHttp,
        include: ['test/{db,auth}/**/!(backups|health|restore|upgrade*).test.ts'],
      }),
      // Against the built server: `npm run build` first.
      httpProject('http', { include: ['test/http/**/*.test.ts'], exclude: alone }),
      // After the others, one file at a time.
      httpProject('http-alone', { include: alone, fileParallelism: false }),
    ],
  },
})

function onDatabase(
  name: string,
  options: Readonly<{
    include: string[]
    exclude?: string[]
    isolate?: boolean
    provide?: { isRemote: boolean }
  }>,
) {
  return {
    extends: true as const,
    test: {
      name,
      env: { NEXTAUTH_SECRET: 'of-the-tests-alone-'.repeat(2) },
      globalSetup: './test/helpers/template.ts',
      ...patience(180_000),
      ...options,
    },
  }
}

function httpProject(
  name: string,
  files: Readonly<{ include: string[]; exclude?: string[]; fileParallelism?: boolean }>,
) {
  return {
    extends: true as const,
    test: { name, ...files, ...patience(300_000) },
  }
}

/** On a busy machine what comes before a test takes as long as the test. */
function patience(time: number) {
  return { testTimeout: time, hookTimeout: time }
}
