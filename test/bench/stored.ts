import { makeBodies } from './bodies'
import { postAll, quantile, type Round } from './load'
import { communesOf, provinceCode } from './province/plan'
import type { ProvinceData } from './province-data'
import { layOut } from './table'
import { open, startWatchedApp, type WatchedApp } from './watched-app'

type Load = Readonly<{ rounds: number; requests: number; concurrency: number }>

/** Submissions over `many` stored responses beside those over ten thousand, in turn; then beside people who read. */
export async function stored(data: ProvinceData, many: number, load: Load): Promise<string> {
  const few = await startWatchedApp(await data.of(10_000))
  const full = await startWatchedApp(await data.of(many))
  try {
    return `${await overStored([few, full], many, load)}\n\n${await besideReaders(full, many)}`
  } finally {
    await few.stop()
    await full.stop()
  }
}

async function overStored(
  [few, full]: readonly [WatchedApp, WatchedApp],
  many: number,
  { rounds, requests, concurrency }: Load,
): Promise<string> {
  const results: [Round[], Round[]] = [[], []]
  // Round 0 warms both up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const [i, app] of [few, full].entries()) {
      const one = await postAll(targetOf(app), makeBodies('kiosk-1', requests, round), concurrency)
      if (round > 0) results[i]?.push(one)
    }
  }
  const speed = (all: readonly Round[]) =>
    quantile(
      all.map((one) => one.perSecond),
      0.5,
    )
  const p99 = (all: readonly Round[]) =>
    quantile(
      all.flatMap((one) => one.latencies),
      0.99,
    )
  const row = (name: string, all: readonly Round[]) => [
    ...[name, speed(all).toFixed(0), p99(all).toFixed(1)],
    ...[(speed(all) / speed(results[0])).toFixed(2), (p99(all) / p99(results[0])).toFixed(2)],
  ]
  const head = [
    'kiosk-1, stored already',
    'per second',
    'p99 ms',
    'of the first',
    'p99 of the first',
  ]
  return layOut([head, row('10,000', results[0]), row(many.toLocaleString('en'), results[1])])
}

const readers = 20
const restMs = 5000
const seconds = 20

/** Twenty a second, first alone, then while people read pages one after the other and one takes every response home. */
async function besideReaders(app: WatchedApp, many: number): Promise<string> {
  await arrive(app, 3)
  const idle = await arrive(app, seconds)
  const until = new AbortController()
  const reading = Array.from({ length: readers }, (_, i) => read(app, i, until.signal))
  const exporting = takeHome(app, until.signal)
  await new Promise((resolve) => setTimeout(resolve, 2000))
  await app.watch()
  const busy = await arrive(app, seconds)
  const { longest } = await app.watch()
  until.abort()
  const looks = (await Promise.all(reading)).flat()
  const lines = await exporting
  const at = (values: readonly number[]) => [0.5, 0.99].map((share) => quantile(values, share))
  const [[idle50 = 0, idle99 = 0], [busy50 = 0, busy99 = 0]] = [at(idle), at(busy)]
  const head = ['kiosk-1, 20 a second', 'p50 ms', 'p99 ms', 'p99 of alone']
  const rows = [
    ['alone', idle50.toFixed(1), idle99.toFixed(1), '1'],
    [
      `beside ${readers} readers and an export`,
      busy50.toFixed(1),
      busy99.toFixed(1),
      (busy99 / idle99).toFixed(2),
    ],
  ]
  return `${layOut([head, ...rows])}\nOver ${many.toLocaleString('en')}; ${looks.length} pages were read meanwhile (median ${quantile(looks, 0.5).toFixed(0)} ms), ${lines} lines taken home, event loop held ${longest.toFixed(0)} ms at most.`
}

/** Milliseconds of each, sent at even distances whether or not the last one is answered. */
async function arrive(app: WatchedApp, forSeconds: number): Promise<number[]> {
  const latencies: number[] = []
  const bodies = makeBodies('kiosk-1', forSeconds * 20, 99)
  const sent = bodies.map(async (body, i) => {
    await new Promise((resolve) => setTimeout(resolve, i * 50))
    const [ms] = (await postAll(targetOf(app), [body], 1)).latencies
    latencies.push(ms ?? Number.NaN)
  })
  await Promise.all(sent)
  return latencies
}

async function read(app: WatchedApp, number: number, signal: AbortSignal): Promise<number[]> {
  const units = [provinceCode, ...communesOf(1).map(({ code }) => code)]
  const times: number[] = []
  for (let i = number; !signal.aborted; i++) {
    const unit = units[(i * 7) % units.length] ?? provinceCode
    const view = { unit, survey: 'kiosk-1', from: '2025-01-01', to: '2025-12-31' }
    times.push(await open(app, `/dashboard?${new URLSearchParams(view)}`))
    await new Promise((resolve) => setTimeout(resolve, restMs * (0.5 + ((i * 37) % 100) / 100)))
  }
  return times
}

async function takeHome(app: WatchedApp, signal: AbortSignal): Promise<number> {
  const view = { unit: provinceCode, survey: 'kiosk-1', from: '2025-01-01', to: '2025-12-31' }
  let lines = 0
  try {
    const answer = await fetch(
      `${app.origin}/dashboard/export/responses.csv?${new URLSearchParams(view)}`,
      { headers: { cookie: app.cookie }, signal },
    )
    for await (const part of answer.body ?? []) for (const byte of part) if (byte === 10) lines++
  } catch (error) {
    if (!signal.aborted) throw error
  }
  return lines
}

const targetOf = ({ origin }: WatchedApp) => ({
  port: Number(new URL(origin).port),
  path: '/api/v1/responses',
  expected: 201,
})
