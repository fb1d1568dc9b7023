import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { closeDatabase, useDatabase } from '@/db/client'
import { randomFor } from '@/scripts/demonstration/random'
import { startApp } from '@/test/helpers/app'
import { lines } from '@/test/helpers/recount'
import { faultsIn, openLedger, settle } from './ledger'
import type { Outcome } from './outcome'

/**
 * The sender hangs up: half of the time when the response has been stored, before it has read the reply, otherwise a few
 * milliseconds after sending. Sent again, a stored one is known (200), and all are counted once.
 */
export async function lostReplies({ times, seed }: { times: number; seed: number }) {
  const ledger = openLedger(seed)
  const faults: string[] = []
  const app = await startApp()
  const file = `${app.dataDir}/hai-long.db`
  try {
    for (let n = 0; n < times; n++) {
      const id = ledger.next()
      const isLate = n % 2 === 0
      await sendUnheard(app.origin, ledger.bodies.get(id) ?? '', () =>
        isLate ? untilStored(file, id) : pause(randomFor(seed, n)() * 8),
      )
      const before = ledger.statuses[201] ?? 0
      faults.push(...(await settle(ledger, app.origin)))
      const isNew = (ledger.statuses[201] ?? 0) > before
      if (isLate && isNew) faults.push(`${id} was stored, and is taken for new`)
    }
    faults.push(...(await faultsIn(file, ledger)))
    const { 200: known = 0, 201: fresh = 0 } = ledger.statuses
    const did = `${times} hung up, ${times / 2} of them after the commit; sent again ${known} were known, ${fresh} new`
    return { part: 'lost replies', did, faults } satisfies Outcome
  } finally {
    await app.stop()
    app.remove()
  }
}

/** Sends a request whole, waits, and hangs up without having read a byte. */
async function sendUnheard(
  origin: string,
  body: string,
  wait: () => Promise<unknown>,
): Promise<void> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  socket.on('error', () => {})
  socket.pause()
  const head = [
    'POST /api/v1/responses HTTP/1.1',
    'host: localhost',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  await new Promise<void>((sent) => {
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`, () => sent())
  })
  await wait()
  socket.destroy()
}

async function untilStored(file: string, id: string): Promise<void> {
  useDatabase(`file:${file}`)
  try {
    for (let look = 0; look < 2000; look++) {
      const found = await lines(`select 1 from responses where id = '${id}'`)
      if (found.length > 0) return
      await pause(5)
    }
    throw new Error('The response was not stored within ten seconds.')
  } finally {
    closeDatabase()
  }
}
