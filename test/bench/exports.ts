import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { desk8 } from '@/db/questionnaires/desk-8'
import { halfMonthOf, lastDayOf, type Period } from '@/domain/period'
import { provinceCode, years } from './province/plan'
import type { ProvinceData } from './province-data'
import { exportStatement } from './shell-export'
import { layOut, mebibytes } from './table'
import { startWatchedApp, type WatchedApp } from './watched-app'

/** Share of all responses that are of desk-8. */
const share = 0.31
const wanted = 1_000_000

/** Some million responses as CSV by the page's own address, beside the sqlite3 shell writing the same rows. */
export async function exports(data: ProvinceData, many: number): Promise<string> {
  const folder = await data.of(many)
  const halves = Math.min(48, Math.ceil((48 * wanted) / (share * many)))
  const period = { from: years.from, to: lastDayOf(halfMonthOf(years.from) + halves - 1) }
  const scratch = mkdtempSync(join(tmpdir(), 'hai-long-exports-'))
  const app = await startWatchedApp(folder)
  try {
    const own = await download(app, period, join(scratch, 'page.csv'))
    const shell = byShell(join(folder, 'hai-long.db'), period, join(scratch, 'shell.csv'))
    const rows = [
      ['the page', ...figures(own), mebibytes(own.memory), own.held.toFixed(0)],
      ...(shell ? [['sqlite3 shell', ...figures(shell), '', '']] : []),
    ]
    const head = [
      'responses as CSV',
      'lines',
      'size',
      'seconds',
      'lines a second',
      'over idle',
      'loop held ms',
    ]
    const ratio = shell
      ? `The page at ${(shell.seconds / own.seconds).toFixed(2)} of the shell's speed.`
      : 'There is no sqlite3 on this machine to compare with.'
    const same = shell && isSame(scratch) ? ' Both wrote the same lines.' : ''
    return `${layOut([head, ...rows])}\n${ratio}${same}`
  } finally {
    await app.stop()
    rmSync(scratch, { recursive: true })
  }
}

type Written = Readonly<{ lines: number; bytes: number; seconds: number }>

const figures = ({ lines, bytes, seconds }: Written): string[] => [
  lines.toLocaleString('en'),
  mebibytes(bytes),
  seconds.toFixed(1),
  (lines / seconds).toFixed(0),
]

async function download(app: WatchedApp, period: Period, target: string) {
  const output = openSync(target, 'w')
  const idle = await app.watch(true)
  const started = performance.now()
  const view = { unit: provinceCode, survey: 'desk-8', ...period }
  const answer = await fetch(
    `${app.origin}/dashboard/export/responses.csv?${new URLSearchParams(view)}`,
    { headers: { cookie: app.cookie } },
  )
  if (answer.status !== 200 || !answer.body) throw new Error(`the export answered ${answer.status}`)
  let [lines, bytes, peak, held] = [-1, 0, 0, 0]
  let sampled = performance.now()
  for await (const part of answer.body) {
    bytes += part.byteLength
    writeSync(output, part)
    for (const byte of part) if (byte === 10) lines++
    if (performance.now() - sampled < 500) continue
    sampled = performance.now()
    const now = await app.watch()
    peak = Math.max(peak, now.rss)
    held = Math.max(held, now.longest)
  }
  const seconds = (performance.now() - started) / 1000
  closeSync(output)
  return { lines, bytes, seconds, memory: peak - idle.rss, held }
}

/** The same lines, by month and unit as well. */
function byShell(file: string, period: Period, target: string): Written | null {
  if (spawnSync('sqlite3', ['-version']).status !== 0) return null
  const sql = exportStatement({ id: 'desk-8@1', number: 1, definition: desk8 }, period)
  const output = openSync(target, 'w')
  const started = performance.now()
  const { status } = spawnSync('sqlite3', ['-readonly', '-csv', '-separator', ';', file, sql], {
    stdio: ['ignore', output, 'inherit'],
  })
  const seconds = (performance.now() - started) / 1000
  closeSync(output)
  if (status !== 0) throw new Error(`the sqlite3 shell ended with ${status}`)
  const counted = spawnSync('wc', ['-l', target], { encoding: 'utf8' }).stdout
  return { lines: Number.parseInt(counted, 10), bytes: statSync(target).size, seconds }
}

/** But for the head, the order within a month and unit, and the marks that the shell sets around more cells. */
function isSame(folder: string): boolean {
  const page = "tail -n +2 page.csv | tr -d '\\r\"'"
  const shell = "tr -d '\\r\"' < shell.csv"
  const sums = [page, shell].map(
    (lines) => `${lines} | LC_ALL=C sort | sha256sum; ${lines} | cut -d';' -f1-4 | sha256sum`,
  )
  const [one, other] = sums.map(
    (command) => spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' }).stdout,
  )
  if (one !== other) throw new Error('the page and the shell wrote different lines')
  return true
}
