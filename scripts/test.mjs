import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { runChecks } from './check.mjs'
import { ensureInstalled, root } from './install.mjs'

// Everything, on a fresh clone too. The last line is the sum: `N passed, N failed`. A busy machine may starve what
// watches a clock: a test that fails is tried once more, and it is said that it needed that.

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

// Of a long output often only the end is kept.
const told = results.flatMap((result) => result.told ?? [])
if (told.length)
  process.stdout.write(`\nFailed at the first try or at both:\n\n${told.join('\n\n')}\n`)
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
    '--retry=1',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const said = readReport(report)
  const told = (said?.testResults ?? []).flatMap(tellFailures)
  return { ...count(ran, said?.numPassedTests, said?.numFailedTests), told }
}

// What failed at the first try, and whether it passed at the second, with what it said; files that broke off too.
function tellFailures({ name, message, assertionResults }) {
  const failed = assertionResults.filter(({ failureMessages }) => failureMessages.length > 0)
  const told = failed.map(({ status, fullName, failureMessages }) =>
    [`${fullName}: ${status}`, ...failureMessages].join('\n').slice(0, 2_000),
  )
  if (message && told.length === 0) told.push(message)
  return told.map((text) => `${relative(root, name)}: ${text}`)
}

function runBrowserTests() {
  const report = join(reports, 'browser.json')
  const cli = ['node_modules/@playwright/test/cli.js', 'test', '--retries=1']
  const ran = runNode('tests: browser', cli, { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  const { expected = 0, flaky = 0, unexpected = 0 } = readReport(report)?.stats ?? {}
  const told = flaky > 0 ? [`${flaky} browser tests passed only at the second try.`] : []
  return { ...count(ran, expected + flaky, unexpected), told }
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
