import { join } from 'node:path'
import { buildWhenStale } from './build.mjs'
import { runNode } from './child.mjs'
import { ensureInstalled, root } from './install.mjs'

// What is tried for hours and not at every test lives beside the tests: test/soak/run.ts.

ensureInstalled()
await buildWhenStale()
const { code } = await runNode([
  '--conditions=react-server',
  '--import',
  'tsx',
  join(root, 'test/soak/run.ts'),
  ...process.argv.slice(2),
])
process.exitCode = code
