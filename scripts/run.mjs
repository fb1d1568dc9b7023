import { command, runNode } from './child.mjs'
import { ensureInstalled } from './install.mjs'

// `node scripts/run.mjs NAME …` installs what is missing, then runs scripts/NAME.ts with the arguments.

ensureInstalled()
const [name, ...args] = process.argv.slice(2)
const { code } = await runNode(command(name, ...args))
process.exitCode = code
