import { endLease, takeLease } from './outbox-lease'
import { makeResponseId } from './response-id'

const leaseFor = 30_000
let owner: string | undefined

/**
 * Runs the work while no other page of this browser does: with Web Locks where they exist (they need a secure
 * context), else with a lease row. `keep` must be called before each step; it is false once the lease is lost.
 * Resolves to false when another page holds the lease.
 */
export async function runAlone(work: (keep: () => Promise<boolean>) => Promise<void>) {
  if ('locks' in navigator) {
    await navigator.locks.request('hai-long-outbox', () => work(async () => true))
    return true
  }
  owner ??= makeResponseId(Date.now())
  const me = owner
  const keep = () => takeLease(me, Date.now(), leaseFor)
  if (!(await keep())) return false
  try {
    await work(keep)
  } finally {
    await endLease(me).catch(() => undefined)
  }
  return true
}
