import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { runChecks } from './check.mjs'
import { ensureInstalled, root } from './install.mjs'

// Everything, on a fresh clone too. The last line is the sum: `N passed, N failed`.

const reports = mkdtempSync(join(tmpdir(), 'hai-long-reports-'))
const ours =
  /^(PORT|HOST|DATA_DIR|DATABASE_|NEXTAUTH_|ADMIN_|TRUSTED_PROXY_HOPS|NODE_ENV|NODE_OPTIONS)/
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))

ensureInstalled()
ensureBrowser()
// The layers are looked at by `test/architecture.test.ts`, which also shows that no module was overlooked.
const results = [await runChecks(['layers']), runVitest('rooms*', 'remote')]
// The types of the same files were checked above.
const built = runNode('build', ['scripts/build.mjs'], { TYPES_CHECKED: '1' })
results.push(built ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
if (built) results.push(runVitest('http*'), runBrowserTests())
rmSync(reports, { recursive: true, force: true })

const failures = results.flatMap((result) => result.failures ?? [])
if (failures.length) process.stdout.write(`\nFailed:\n\n${failures.join('\n\n')}\n`)
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`)
process.exitCode = sum('failed') ? 1 : 0

function runVitest(...projects) {
  const title = projects.join(', ')
  const report = join(reports, `${title.replace(/\W+/g, '-')}.json`)
  const ran = runNode(`tests: ${title}`, [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...projects.map((project) => `--project=${project}`),
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const said = readReport(report)
  const failures = (said?.testResults ?? []).flatMap(failuresOf)
  return { ...count(ran, said?.numPassedTests, said?.numFailedTests), failures }
}

// Repeated above the sum: of a long output often only the end is kept.
function failuresOf({ name, message, assertionResults }) {
  const failed = assertionResults.filter(({ status }) => status === 'failed')
  const told = failed.map((test) => [test.fullName, ...test.failureMessages])
  if (message && !failed.length) told.push([message])
  return told.map((lines) => `${relative(root, name)}: ${lines.join('\n').slice(0, 2_000)}`)
}

// A busy machine may starve a browser: what fails is tried once more, and said if it needed that.
function runBrowserTests() {
  const report = join(reports, 'browser.json')
  const cli = ['node_modules/@playwright/test/cli.js', 'test', '--retries=1']
  const ran = runNode('tests: browser', cli, { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  const { expected = 0, flaky = 0, unexpected = 0 } = readReport(report)?.stats ?? {}
  if (flaky > 0) process.stdout.write(`\n${flaky} browser tests passed only at the second try.\n`)
  return count(ran, expected + flaky, unexpected)
}

// A run that broke off before it could report counts as one failure.
function count(ran, passed = 0, failed = 0) {
  return { passed, failed: ran ? failed : Math.max(failed, 1) }
}

function runNode(title, args, extra = {}) {
  process.stdout.write(`\n— ${title}\n`)
  const options = { cwd: root, stdio: ['ignore', 1, 2], env: { ...env, ...extra } }
  return spawnSync(process.execPath, args, options).status === 0
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
