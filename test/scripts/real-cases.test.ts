import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database, useDatabase } from '@/db/client'
import { runCommand } from '../helpers/process'
import { printRealCases } from '../helpers/real-cases'

const document = readFileSync('docs/real-cases.md', 'utf8')
const dataDir = mkdtempSync(join(tmpdir(), 'hai-long-real-'))
let printed: Record<string, string> = {}

const commands = [
  ['import-tally', 'test/data/govuk-use-an-lpa.csv', '--survey', 'kiosk-1', '--unit', 'office'],
  ['import-dossiers', 'test/data/tan-hiep-2020.json'],
] as const

beforeAll(async () => {
  for (const [name, ...args] of commands) {
    const { code, output } = await runCommand(name, args, { DATA_DIR: dataDir })
    printed[name] = code === 0 ? lastLine(output) : `exit ${code}: ${output}`
  }
  useDatabase(`file:${join(dataDir, 'hai-long.db')}`)
  printed = { ...printed, ...(await printRealCases()) }
}, 60_000)

afterAll(() => {
  database().$client.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** What stands in the document between `<!-- NAME -->` and `<!-- /NAME -->`. */
function section(name: string): string {
  const [, rest = ''] = document.split(`<!-- ${name} -->\n`)
  const [text = ''] = rest.split(`\n<!-- /${name} -->`)
  return text.replaceAll(/^```\w*\n|\n```$/g, '').trim()
}

const lastLine = (output: string) => output.trim().split('\n').at(-1) ?? ''

test.each([
  'import-tally',
  'import-dossiers',
  'total',
  'months',
  'strange',
  'dossiers',
  'sentences',
])('docs/real-cases.md says what the program prints: %s', (name) => {
  expect(section(name)).toBe(printed[name])
})

test('the levels of every month are those of the file', () => {
  const [, ...lines] = readFileSync('test/data/govuk-use-an-lpa.csv', 'utf8').trim().split('\n')
  const counted = section('months').split('\n').slice(2)
  const given = lines.map((line) => line.split(',').slice(0, 6).join(' '))
  const shown = counted.map((row) =>
    row
      .replaceAll('.', '')
      .split('|')
      .slice(1, 7)
      .map((cell) => cell.trim())
      .join(' '),
  )
  expect(shown).toEqual(given)
  expect(given.length).toBe(64)
})

test('the figures that were known before', () => {
  expect(printed.months).toContain(
    '| 2021-03 | 67 | 73 | 205 | 1.276 | 4.434 | 6.055 | 91,03 | 94,30% | 91 |',
  )
  expect(printed['import-tally']).toContain('911,823 answers')
  expect(printed.sentences).toContain('36.039')
  expect(printed.sentences).toContain('99,46% (11.264/11.325)')
  expect(printed.sentences).toContain('100% (24.714/24.714)')
  expect(printed.sentences).toContain('0,54% (61/11.325)')
})
