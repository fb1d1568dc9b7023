import { availableParallelism } from 'node:os'
import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from './scripts/browser.mjs'

const executablePath = findBrowser()

// Against the built server: `npm run build` first. Each worker starts its own, with its own data. What measures times
// runs alone, when the others have ended.
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  // One more than there are cores: each waits now and then, for a clock of the page or a server that starts.
  workers: availableParallelism() + 1,
  timeout: 180_000,
  // What is right is seen at once; a busy machine may take its time.
  expect: { timeout: 30_000 },
  projects: [
    { name: 'browser', testIgnore: /-timing\.spec\.ts$/ },
    { name: 'timing', testMatch: /-timing\.spec\.ts$/, dependencies: ['browser'] },
  ],
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/report.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    trace: 'on-first-retry',
    launchOptions: {
      args: [
        // A name that is not this machine's own: a page over plain http, as on an office network.
        '--host-resolver-rules=MAP tablet.test 127.0.0.1',
        // Containers run as root, where chromium's own sandbox does not start.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
      ...(executablePath ? { executablePath } : {}),
    },
  },
})
