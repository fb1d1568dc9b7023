import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { buildWhenStale } from './build.mjs'
import { runNode } from './child.mjs'
import { ensureInstalled, root } from './install.mjs'

// The measurements themselves live beside the tests: test/bench/run.ts.

ensureInstalled()
ensureBrowser()
await buildWhenStale()
const { code } = await runNode([
  '--conditions=react-server',
  '--import',
  'tsx',
  join(root, 'test/bench/run.ts'),
  ...process.argv.slice(2),
])
process.exitCode = code
