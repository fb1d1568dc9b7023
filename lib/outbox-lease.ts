import { withStore } from './outbox-database'

/** Takes or renews the lease on sending; false while another page holds it. */
export const takeLease = (owner: string, now: number, duration: number) =>
  withStore(async (db) => {
    const tx = db.transaction('lease', 'readwrite')
    const lease = await tx.store.get('flush')
    // A lease far in the future was written before the clock was set back.
    const isHeld = lease && lease.until > now && lease.until <= now + duration
    const isFree = !isHeld || lease.owner === owner
    if (isFree) await tx.store.put({ name: 'flush', owner, until: now + duration })
    await tx.done
    return isFree
  })

/** Lets another page send. */
export const endLease = (owner: string) =>
  withStore(async (db) => {
    const tx = db.transaction('lease', 'readwrite')
    if ((await tx.store.get('flush'))?.owner === owner) await tx.store.delete('flush')
    await tx.done
  })
