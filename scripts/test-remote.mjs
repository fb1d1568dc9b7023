import { spawnSync } from 'node:child_process'
import { ensureInstalled, root } from './install.mjs'

// Every test of the database and of the door, with the database behind a double of a libSQL server.

ensureInstalled()
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project=remote-all']
const { status } = spawnSync(process.execPath, [...vitest, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
process.exitCode = status ?? 1
