import { cpus, release, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { changedClocks } from './clocks'
import { damagedFiles } from './damaged-files'
import { foreignLock } from './foreign-lock'
import { fullDisk } from './full-disk'
import { killRounds } from './kills'
import { lostReplies } from './lost-replies'
import { mixedLoad } from './mixed-load'
import type { Outcome } from './outcome'

const options = {
  /** Parts by name, with commas between them; without it all of them. */
  parts: { type: 'string' },
  seed: { type: 'string', default: '1' },
  rounds: { type: 'string', default: '100' },
  minutes: { type: 'string', default: '5' },
} as const
const { values } = parseArgs({ options })
const [seed, rounds, minutes] = [values.seed, values.rounds, values.minutes].map(Number) as [
  number,
  number,
  number,
]

const parts: Readonly<Record<string, () => Promise<Outcome>>> = {
  kills: () => killRounds({ rounds, seed }),
  disk: () => fullDisk({ times: 5, seed }),
  lock: () => foreignLock({ seconds: 10, seed }),
  replies: () => lostReplies({ times: 200, seed }),
  damage: () => damagedFiles(seed),
  clocks: () => changedClocks(seed),
  load: () => mixedLoad({ minutes, seed }),
}

const chosen = values.parts?.split(',') ?? Object.keys(parts)
const unknown = chosen.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) {
  process.stderr.write(`Unknown: ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}\n`)
  process.exit(2)
}

say(`${process.platform} ${release()}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, `)
say(`${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, seed ${seed}\n\n`)
let faults = 0
for (const name of chosen) faults += report(name, await timed(parts[name]))
say(faults > 0 ? `\n${faults} faults found.\n` : '\nNothing was lost.\n')
process.exitCode = faults > 0 ? 1 : 0

type Timed = Outcome & Readonly<{ seconds: number }>

/** What a part throws is a fault as well. */
async function timed(part: (() => Promise<Outcome>) | undefined): Promise<Timed> {
  const from = Date.now()
  const nothing = { part: '', did: 'broke off', faults: [] }
  const outcome = await (part?.() ?? Promise.resolve(nothing)).catch((error: unknown) => ({
    ...nothing,
    faults: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
  }))
  return { ...outcome, seconds: Math.round((Date.now() - from) / 1000) }
}

function report(name: string, { did, skipped, faults: found, series, seconds }: Timed): number {
  const result = skipped ? 'SKIPPED' : found.length > 0 ? `${found.length} FAULTS` : 'nothing lost'
  say(`${name.padEnd(8)} ${`${seconds} s`.padStart(7)}  ${result.padEnd(12)}  ${skipped ?? did}\n`)
  for (const line of [...(series ?? []), ...found]) say(`         ${line}\n`)
  return found.length
}

function say(text: string): void {
  process.stdout.write(text)
}
