import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { streamText } from '@/app/(staff)/dashboard/export/text-stream'
import { responsesCsv } from '@/components/paper/responses-csv'
import { database, useDatabase, write } from '@/db/client'
import { migrateDatabase } from '@/db/migrate'
import { openResponses } from '@/db/response-rows'
import { foundDistrict, scopeAt } from '../helpers/district'

// npx tsx --conditions=react-server test/bench/export.ts [responses]: memory and the longest hold of the event loop
// while so many responses of one survey are read to the end as CSV.
const wanted = Number(process.argv[2] ?? 300_000)
const year = { from: '2026-01-01', to: '2026-12-31' }

async function run() {
  const dir = mkdtempSync(join(tmpdir(), 'hai-long-export-'))
  useDatabase(`file:${join(dir, 'bench.db')}`)
  await migrateDatabase()
  await foundDistrict()
  await fill()
  const rows = await openResponses(await scopeAt('tinh', 'reporter'), {
    unit: 'tinh',
    survey: 'desk-8',
    ...year,
  })
  if (!rows.ok) throw new Error('not found')
  global.gc?.()
  const idle = process.memoryUsage().rss
  const hold = monitorEventLoopDelay({ resolution: 1 })
  hold.enable()
  const turns = watchTurns()
  const started = performance.now()
  let [bytes, lines, peak] = [0, -1, 0]
  for await (const part of streamText(responsesCsv(rows.value.versions, rows.value.pages))) {
    bytes += part.byteLength
    for (const byte of part) if (byte === 10) lines++
    peak = Math.max(peak, process.memoryUsage().rss)
  }
  const seconds = (performance.now() - started) / 1000
  hold.disable()
  turns.stop()
  const mib = (size: number) => `${(size / 2 ** 20).toFixed(0)} MiB`
  process.stdout.write(
    `${lines} responses, ${mib(bytes)} in ${seconds.toFixed(1)} s; over idle ${mib(peak - idle)}; ` +
      `event loop held ${(hold.max / 1e6).toFixed(0)} ms at most, ${(hold.percentile(99) / 1e6).toFixed(0)} ms p99; ` +
      `CPU time of one turn ${turns.longest().toFixed(0)} ms at most\n`,
  )
  database().$client.close()
  rmSync(dir, { recursive: true })
}

/** Work done between two turns of the event loop, which other programs on the machine do not lengthen. */
function watchTurns() {
  let [longest, isOn, before] = [0, true, process.cpuUsage()]
  const turn = () => {
    const { user, system } = process.cpuUsage(before)
    longest = Math.max(longest, (user + system) / 1000)
    before = process.cpuUsage()
    if (isOn) setImmediate(turn)
  }
  setImmediate(turn)
  return {
    stop: () => {
      isOn = false
    },
    longest: () => longest,
  }
}

/** Straight into the table: half of them in one unit and month, which is the worst case for the order. */
async function fill() {
  const size = 50_000
  for (let start = 0; start < wanted; start += size) {
    await write([
      {
        sql: `with recursive i(n) as (select ? union all select n + 1 from i where n + 1 < ?)
          insert into responses (id, version_id, door_id, unit_id, desk_id, channel, mode, locale, started_at,
            answered_at, sent_at, received_at, answered_on, half_month, answers, content_hash, tallied)
          select printf('bench-%d', n), d.version_id, d.door_id, d.unit_id, d.desk_id, 'kiosk', 'self', 'vi', 0, 0, 0, 0,
            '2026-03-20', case when n % 2 then (2026 * 12 + 2) * 2 + 1 else (2026 * 12 + n % 12) * 2 + n % 3 % 2 end,
            json_object('q1', 'submit', 'q2', 1 + n % 5, 'q3', 1 + n % 4, 'q4', 2 + n % 4, 'q5', 5, 'q6', 4, 'q8', 1 + n % 5),
            randomblob(32), 1
          from i, (select v.id as version_id, d.id as door_id, d.unit_id, d.desk_id from doors d, survey_versions v
            where d.code = 'desk-8.xa-a.kiosk' and v.public_id = 'desk-8@1') d`,
        args: [start, Math.min(start + size, wanted)],
      },
    ])
  }
}

await run()
