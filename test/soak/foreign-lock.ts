import { setTimeout as pause } from 'node:timers/promises'
import { quantile } from '@/test/bench/load'
import { startApp } from '@/test/helpers/app'
import { startNode } from '@/test/helpers/process'
import { faultsIn, openLedger, settle } from './ledger'
import type { Outcome } from './outcome'

/** What another program might do to the file: it takes the write lock, holds it, and lets go without a change. */
const holder = `
  const Database = require('libsql')
  const database = new Database(process.argv[1], { timeout: 5000 })
  database.exec('begin immediate')
  process.stdout.write('held')
  setTimeout(() => { database.exec('rollback'); database.close() }, Number(process.argv[2]))`

/**
 * What a look at the health address may take at the 99th of a hundred places meanwhile, and at the worst, in ms; or
 * this many times what it takes before, as some machines are slow by themselves.
 */
const bound = { p99: 250, longest: 1000, times: 3 }

type Options = Readonly<{ seconds: number; seed: number; clients?: number }>

/** Another process holds the write lock while clients send: they wait or hear 503, and everybody else is served. */
export async function foreignLock({ seconds, seed, clients = 4 }: Options): Promise<Outcome> {
  const ledger = openLedger(seed)
  const app = await startApp()
  const file = `${app.dataDir}/hai-long.db`
  try {
    await ledger.send(app.origin, ledger.next())
    const before = await pourAndLook(pause(2000))
    const other = startNode(['-e', holder, file, String(seconds * 1000)], {})
    while (!other.output().includes('held')) await pause(10)
    const looks = await pourAndLook(other.ended)
    const { status } = await ledger.send(app.origin, ledger.next())
    const faults = [
      ...(status === 201 ? [] : [`the first write afterwards: ${status}`]),
      ...judge(looks, before),
      ...judgeStatuses(ledger.statuses),
      ...(await settle(ledger, app.origin)),
      ...(await faultsIn(file, ledger)),
    ]
    const latency = [0.5, 0.99, 1].map((share) => quantile(looks, share).toFixed(0)).join(' / ')
    const did = `held for ${seconds} s: ${ledger.statuses[503] ?? 0} × 503; health address p50 / p99 / longest ${latency} ms`
    return { part: 'foreign lock', did, faults }
  } finally {
    await app.stop()
    app.remove()
  }

  async function pourAndLook(until: Promise<unknown>): Promise<number[]> {
    const stop = ledger.pour(app.origin, { clients, pauseMs: 50 })
    const looks = await lookWhile(app.origin, until)
    await stop()
    return looks
  }
}

function judge(looks: readonly number[], before: readonly number[]): string[] {
  const most = (share: number, atLeast: number) =>
    Math.max(atLeast, bound.times * quantile(before, share))
  const [p99, longest] = [quantile(looks, 0.99), quantile(looks, 1)]
  return [
    ...(p99 > most(0.99, bound.p99) ? [`p99 of the health address ${p99} ms`] : []),
    ...(longest > most(1, bound.longest) ? [`the longest look took ${longest} ms`] : []),
  ]
}

function judgeStatuses(statuses: Record<number, number>): string[] {
  const strange = Object.keys(statuses).filter((status) => !['200', '201', '503'].includes(status))
  return [
    ...(strange.length > 0 ? [`other statuses came: ${strange.join(', ')}`] : []),
    ...((statuses[503] ?? 0) > 0 ? [] : ['nobody was asked to come again: was it held at all?']),
  ]
}

/** Milliseconds of looks at the health address, one about every 25 ms, until the promise is kept. */
async function lookWhile(origin: string, ended: Promise<unknown>): Promise<number[]> {
  const looks: number[] = []
  let isOver = false
  void ended.then(() => {
    isOver = true
  })
  while (!isOver) {
    const from = performance.now()
    const { status } = await fetch(`${origin}/api/health/live`)
    if (status !== 200) throw new Error(`The health address answered ${status}.`)
    looks.push(performance.now() - from)
    await pause(25)
  }
  return looks
}
