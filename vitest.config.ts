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
            'test/{domain,lib,auth,db,scripts,helpers,components}/**/*.test.{ts,tsx}',
          ],
          globalSetup: './test/helpers/template.ts',
          env: { NEXTAUTH_SECRET: 'of-the-tests-alone-'.repeat(2) },
          testTimeout: 180_000,
        },
      },
      remoteProject(
        'remote',
        overHttp.map((name) => `test/db/${name}.test.ts`),
      ),
      // A server's backups are its own affair: those of a file are tried on files alone.
      remoteProject('remote-all', ['test/{db,auth}/**/!(backups|health|restore|upgrade*).test.ts']),
      {
        // Against the built server: `npm run build` first.
        extends: true,
        test: {
          name: 'http',
          include: ['test/http/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
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
