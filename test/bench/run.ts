import { parseArgs } from 'node:util'
import { startApp } from '@/test/helpers/app'
import { startBareServer } from './bare-server'
import { makeBodies, surveyCodes } from './bodies'
import { postAll, quantile, type Round } from './load'
import { weighPage } from './page-weight'

// Both servers stand side by side and take turns, so that a slow moment of the machine meets them alike.

const options = {
  rounds: { type: 'string', default: '7' },
  requests: { type: 'string', default: '400' },
  concurrency: { type: 'string', default: '20' },
} as const
const { values } = parseArgs({ options })
const [rounds, requests, concurrency] = [values.rounds, values.requests, values.concurrency].map(
  Number,
) as [number, number, number]

const bare = await startBareServer()
const app = await startApp()
try {
  process.stdout.write(`${await submissions()}\n\n${await scripts()}\n`)
} finally {
  await Promise.all([app.stop(), bare.stop()])
  app.remove()
}

async function submissions(): Promise<string> {
  const results: Record<string, Round[]> = { bare: [] }
  for (const code of surveyCodes) results[code] = []
  // Round 0 warms both up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const name of inTurn(['bare', ...surveyCodes], round)) {
      const result = await oneRound(name, round)
      if (round > 0) results[name]?.push(result)
    }
  }
  return table(results)
}

function inTurn<T>(things: readonly T[], round: number): T[] {
  const first = round % things.length
  return [...things.slice(first), ...things.slice(0, first)]
}

function oneRound(name: string, round: number): Promise<Round> {
  const code = surveyCodes.find((known) => known === name)
  const bodies = makeBodies(code ?? 'kiosk-1', requests, round)
  const target = code
    ? { port: Number(new URL(app.origin).port), path: '/api/v1/responses', expected: 201 }
    : { port: bare.port, path: '/insert', expected: 201 }
  return postAll(target, bodies, concurrency)
}

function table(results: Record<string, Round[]>): string {
  const base = results.bare ?? []
  const rows = Object.entries(results).map(([name, own]) => {
    const latencies = own.flatMap((round) => round.latencies)
    const ratios = own.map((round, i) => round.perSecond / (base[i]?.perSecond ?? Number.NaN))
    return [
      name === 'bare' ? 'bare handler, one insert' : name,
      quantile(
        own.map((round) => round.perSecond),
        0.5,
      ).toFixed(0),
      quantile(latencies, 0.5).toFixed(1),
      quantile(latencies, 0.99).toFixed(1),
      name === 'bare' ? '1' : quantile(ratios, 0.5).toFixed(2),
    ]
  })
  const head = ['submissions', 'per second', 'p50 ms', 'p99 ms', 'of bare']
  const note = `${rounds} rounds in turn of ${requests} each, ${concurrency} at a time; medians over the rounds.`
  return `${layOut([head, ...rows])}\n${note}`
}

async function scripts(): Promise<string> {
  const base = await weighPage(`http://127.0.0.1:${bare.port}/`)
  const rows = [row('bare page', base)]
  for (const code of surveyCodes) {
    rows.push(row(`/s/${code}`, await weighPage(`${app.origin}/s/${code}`)))
  }
  const head = ['JavaScript, gzip', 'KB', 'files', 'over bare KB', 'only old browsers KB']
  return layOut([head, ...rows])

  function row(name: string, { loaded, files, legacy }: typeof base): string[] {
    return [name, kilo(loaded), String(files), kilo(loaded - base.loaded), kilo(legacy)]
  }
}

function kilo(bytes: number): string {
  return (bytes / 1024).toFixed(1)
}

function layOut(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((r) => r[i]?.length ?? 0)))
  return rows
    .map((cells) =>
      cells
        .map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join('  '),
    )
    .join('\n')
}
