import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

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
          testTimeout: 90_000,
        },
      },
      {
        // Against the built server: `npm run build` first.
        extends: true,
        test: {
          name: 'http',
          include: ['test/http/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
