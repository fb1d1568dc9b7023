import { setTimeout as pause } from 'node:timers/promises'
import { randomFor } from '@/scripts/demonstration/random'
import { type App, startApp } from '@/test/helpers/app'
import { faultsIn, openLedger, settle } from './ledger'
import type { Outcome } from './outcome'

type Options = Readonly<{ rounds: number; seed: number; clients?: number }>

/**
 * The app is killed (SIGKILL) at random moments while so many clients send, and started again on the same data.
 * After each start everything acknowledged must be there once and the tallies right; what was not is sent again.
 */
export async function killRounds({ rounds, seed, clients = 12 }: Options): Promise<Outcome> {
  const ledger = openLedger(seed)
  const faults: string[] = []
  let cutOff = 0
  let app = await startApp()
  const file = `${app.dataDir}/hai-long.db`
  try {
    for (let round = 1; round <= rounds; round++) {
      const stop = ledger.pour(app.origin, { clients })
      await pause(20 + randomFor(seed, round)() * 1200)
      await app.kill()
      await stop()
      cutOff += ledger.unanswered().length
      app = await startApp({ dataDir: app.dataDir })
      faults.push(...(await afterKill(app, file)).map((fault) => `round ${round}: ${fault}`))
    }
    faults.push(...(await faultsIn(file, ledger)))
    const did = `${rounds} kills, ${ledger.bodies.size} responses, ${cutOff} cut off and sent again`
    return { part: 'kill -9', did, faults }
  } finally {
    await app.stop()
    app.remove()
  }

  async function afterKill({ origin }: App, database: string): Promise<string[]> {
    return [...(await faultsIn(database, ledger)), ...(await settle(ledger, origin))]
  }
}
