import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, isMain, root } from './install.mjs'

const bin = (path, ...args) => [join(root, 'node_modules', path), ...args]

// The types of the routes are made first: the other checks read them.
const first = ['route types', bin('next/dist/bin/next', 'typegen')]
const others = [
  ['types', bin('typescript/bin/tsc', '--noEmit')],
  [
    'layers',
    bin('dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', '.'),
  ],
  ['dead code', bin('knip/bin/knip.js', '--no-progress', '--no-config-hints')],
  ['format and lint', bin('@biomejs/biome/bin/biome', 'check', '.', '--diagnostic-level=error')],
]

/**
 * Runs the fast static checks, all of them even when one fails. They run side by side: each keeps one core busy.
 * `shownElsewhere`: names of checks that something else shows as well.
 */
export async function runChecks(shownElsewhere = []) {
  const steps = others.filter(([name]) => !shownElsewhere.includes(name))
  const results = [await runStep(first), ...(await Promise.all(steps.map(runStep)))]
  const passed = results.filter(Boolean).length
  return { passed, failed: results.length - passed }
}

/** Says what the check said once it has ended, in one piece; answers whether it passed. */
function runStep([name, args]) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said += text
    })
  }
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const end = code === 0 ? '' : `— ${name}: FAILED\n`
      process.stdout.write(`\n— ${name}\n${said}${end}`)
      resolve(code === 0)
    })
  })
}

if (isMain(import.meta.url)) {
  ensureInstalled()
  const { passed, failed } = await runChecks()
  process.stdout.write(`\nchecks: ${passed} passed, ${failed} failed\n`)
  process.exitCode = failed ? 1 : 0
}
