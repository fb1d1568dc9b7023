import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, isMain, root } from './install.mjs'

const bin = (path, ...args) => [join(root, 'node_modules', path), ...args]

const steps = [
  ['route types', bin('next/dist/bin/next', 'typegen')],
  ['format and lint', bin('@biomejs/biome/bin/biome', 'check', '.', '--diagnostic-level=error')],
  ['types', bin('typescript/bin/tsc', '--noEmit')],
  [
    'layers',
    bin('dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', '.'),
  ],
  ['dead code', bin('knip/bin/knip.js', '--no-progress', '--no-config-hints')],
]

/** Runs the fast static checks one after the other, all of them even when one fails. */
export function runChecks() {
  const results = steps.map(([name, args]) => {
    process.stdout.write(`\n— ${name}\n`)
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 1, 2] })
    if (status !== 0) process.stdout.write(`— ${name}: FAILED\n`)
    return status === 0
  })
  const passed = results.filter(Boolean).length
  return { passed, failed: results.length - passed }
}

if (isMain(import.meta.url)) {
  ensureInstalled()
  const { passed, failed } = runChecks()
  process.stdout.write(`\nchecks: ${passed} passed, ${failed} failed\n`)
  process.exitCode = failed ? 1 : 0
}
