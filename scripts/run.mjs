import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, root } from './install.mjs'

// `node scripts/run.mjs NAME …` installs what is missing, then runs scripts/NAME.ts with the arguments.

ensureInstalled()
const [name, ...args] = process.argv.slice(2)
const child = spawn(
  process.execPath,
  ['--conditions=react-server', '--import', 'tsx', join(root, 'scripts', `${name}.ts`), ...args],
  { stdio: 'inherit' },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
