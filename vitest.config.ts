import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The tests of the database that `npm test` runs a second time, over http; `npm run test:remote` runs them all. */
const overHttp = ['audit-list', 'devices', 'enrolment', 'invalidation-once', 'people', 'sessions']

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

/** Pure functions and components: these files share their modules, which halves their time. */
const pure = ['test/{domain,components}/**/*.test.{ts,tsx}']
/** Beside those, but on a database. */
const pureButStored = ['test/components/{hidden-files,report-files}.test.ts']

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
      {
        extends: true,
        test: {
          name: 'rooms',
          include: [
            'test/*.test.ts',
            'test/{lib,auth,db,scripts,helpers}/**/*.test.{ts,tsx}',
            ...pureButStored,
          ],
          globalSetup: './test/helpers/template.ts',
          env: { NEXTAUTH_SECRET: 'of-the-tests-alone-'.repeat(2) },
          testTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'rooms-pure',
          include: pure,
          exclude: pureButStored,
          isolate: false,
          testTimeout: 180_000,
        },
      },
      remoteProject(
        'remote',
        overHttp.map((name) => `test/db/${name}.test.ts`),
      ),
      // A server's backups are its own affair: those of a file are tried on files alone.
      remoteProject('remote-all', ['test/{db,auth}/**/!(backups|health|restore|upgrade*).test.ts']),
      // Against the built server: `npm run build` first.
      httpProject('http', { include: ['test/http/**/*.test.ts'], exclude: alone }),
      // After the others, one file at a time.
      httpProject('http-alone', { include: alone, fileParallelism: false }),
    ],
  },
})

/** The same tests with the database behind a double of a libSQL server. */
function remoteProject(name: string, include: string[]) {
  return {
    extends: true as const,
    test: {
      name,
      include,
      provide: { isRemote: true },
      env: { NEXTAUTH_SECRET: 'of-the-tests-alone-'.repeat(2) },
      globalSetup: './test/helpers/template.ts',
      testTimeout: 180_000,
    },
  }
}

function httpProject(
  name: string,
  files: Readonly<{ include: string[]; exclude?: string[]; fileParallelism?: boolean }>,
) {
  return {
    extends: true as const,
    test: { name, ...files, testTimeout: 300_000, hookTimeout: 300_000 },
  }
}
