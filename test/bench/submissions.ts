import { type App, startApp } from '@/test/helpers/app'
import { type BareServer, startBareServer } from './bare-server'
import { makeBodies, surveyCodes } from './bodies'
import { postAll, quantile, type Round } from './load'
import { layOut } from './table'

export type Load = Readonly<{ rounds: number; requests: number; concurrency: number }>
type Servers = Readonly<{ bare: BareServer; app: App }>

/** Both servers stand side by side and take turns, so that a slow moment of the machine meets them alike. */
export async function submissions(load: Load): Promise<string> {
  const servers = { bare: await startBareServer(), app: await startApp() }
  try {
    return `${await besideBare(servers, load)}\n\n${await byClients(servers, load)}`
  } finally {
    await Promise.all([servers.app.stop(), servers.bare.stop()])
    servers.app.remove()
  }
}

async function besideBare(servers: Servers, load: Load): Promise<string> {
  const { rounds } = load
  const results: Record<string, Round[]> = { bare: [] }
  for (const code of surveyCodes) results[code] = []
  // Round 0 warms both up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const name of inTurn(['bare', ...surveyCodes], round)) {
      const result = await oneRound(servers, name, round, load)
      if (round > 0) results[name]?.push(result)
    }
  }
  return table(results, load)
}

function inTurn<T>(things: readonly T[], round: number): T[] {
  const first = round % things.length
  return [...things.slice(first), ...things.slice(0, first)]
}

function oneRound(
  { bare, app }: Servers,
  name: string,
  round: number,
  { requests, concurrency }: Pick<Load, 'requests' | 'concurrency'>,
): Promise<Round> {
  const code = surveyCodes.find((known) => known === name)
  const bodies = makeBodies(code ?? 'kiosk-1', requests, round)
  const target = code
    ? { port: Number(new URL(app.origin).port), path: '/api/v1/responses', expected: 201 }
    : { port: bare.port, path: '/insert', expected: 201 }
  return postAll(target, bodies, concurrency)
}

function table(results: Record<string, Round[]>, { rounds, requests, concurrency }: Load): string {
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

// A link takes some ten thousand at a time, and those of the table above are among them.
const byClientsRounds = 3

/** From one client alone to a hundred at once: no reply but 201, and the ratio of both. */
async function byClients(servers: Servers, { requests }: Load): Promise<string> {
  const rows: string[][] = []
  for (const concurrency of [1, 4, 5, 10, 30, 100]) {
    const [own, bare]: [Round[], Round[]] = [[], []]
    for (let round = 1; round <= byClientsRounds; round++) {
      const load = { requests, concurrency }
      for (const name of inTurn(['bare', 'kiosk-1'], round)) {
        const result = await oneRound(servers, name, round, load)
        if (name === 'bare') bare.push(result)
        else own.push(result)
      }
    }
    const p99 = (rounds: readonly Round[]) =>
      quantile(
        rounds.flatMap((one) => one.latencies),
        0.99,
      )
    const speed = own.map((one, i) => one.perSecond / (bare[i]?.perSecond ?? Number.NaN))
    rows.push([
      ...[
        String(concurrency),
        quantile(
          own.map((one) => one.perSecond),
          0.5,
        ).toFixed(0),
      ],
      ...[quantile(speed, 0.5).toFixed(2), p99(own).toFixed(1), (p99(own) / p99(bare)).toFixed(2)],
    ])
  }
  const head = ['kiosk-1, clients at once', 'per second', 'of bare', 'p99 ms', 'p99 of bare']
  return `${layOut([head, ...rows])}\n${byClientsRounds} rounds in turn of ${requests}; every reply was 201.`
}
