import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { halfMonthOf, lastDayOf, type Period } from '@/domain/period'
import { provinceCode, years } from './province/plan'
import type { ProvinceData } from './province-data'
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
  const app = await startWatchedApp(folder)
  try {
    const own = await download(app, period)
    const shell = byShell(join(folder, 'hai-long.db'), period)
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
    return `${layOut([head, ...rows])}\n${ratio}`
  } finally {
    await app.stop()
  }
}

type Written = Readonly<{ lines: number; bytes: number; seconds: number }>

const figures = ({ lines, bytes, seconds }: Written): string[] => [
  lines.toLocaleString('en'),
  mebibytes(bytes),
  seconds.toFixed(1),
  (lines / seconds).toFixed(0),
]

async function download(app: WatchedApp, period: Period) {
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
    for (const byte of part) if (byte === 10) lines++
    if (performance.now() - sampled < 500) continue
    sampled = performance.now()
    const now = await app.watch()
    peak = Math.max(peak, now.rss)
    held = Math.max(held, now.longest)
  }
  const seconds = (performance.now() - started) / 1000
  return { lines, bytes, seconds, memory: peak - idle.rss, held }
}

/** The same rows in the same order, with the answers taken out of their JSON one by one. */
function byShell(file: string, { from, to }: Period): Written | null {
  if (spawnSync('sqlite3', ['-version']).status !== 0) return null
  const folder = mkdtempSync(join(tmpdir(), 'hai-long-shell-'))
  const target = join(folder, 'responses.csv')
  const answers = Array.from({ length: 8 }, (_, i) => `json_extract(r.answers, '$.q${i + 1}')`)
  const sql = `select r.half_month / 2, u.name, d.label, f.name, r.touchpoint, r.channel, r.mode, ${answers.join(', ')}
    from responses r join units u on u.id = r.unit_id left join desks d on d.id = r.desk_id
    left join fields f on f.id = r.field_id
    where r.version_id in (select v.id from survey_versions v join surveys s on s.id = v.survey_id where s.code = 'desk-8')
      and r.tallied = 1 and r.half_month between ${halfMonthOf(from)} and ${halfMonthOf(to)}
    order by r.unit_id, r.half_month`
  const output = openSync(target, 'w')
  const started = performance.now()
  const { status } = spawnSync('sqlite3', ['-readonly', '-csv', '-header', file, sql], {
    stdio: ['ignore', output, 'inherit'],
  })
  const seconds = (performance.now() - started) / 1000
  closeSync(output)
  if (status !== 0) throw new Error(`the sqlite3 shell ended with ${status}`)
  const counted = spawnSync('wc', ['-l', target], { encoding: 'utf8' }).stdout
  const written = { lines: Number.parseInt(counted, 10) - 1, bytes: statSync(target).size, seconds }
  rmSync(folder, { recursive: true })
  return written
}
