import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Body } from './outbox-delivery'
import type { Turn } from './outbox-schedule'

/** A frozen response waiting on this device. */
export type OutboxItem = Turn &
  Readonly<{ id: string; body: Body; createdAt: number; state: 'waiting' }>

/** A response the server refused for good; kept aside so that it blocks nothing. */
export type QuarantinedItem = Readonly<{
  id: string
  body: Body
  createdAt: number
  state: 'refused'
  refusedAt: number
  status: number
  reasons: readonly string[]
}>

type Lease = Readonly<{ name: 'flush'; owner: string; until: number }>

interface Schema extends DBSchema {
  outbox: { key: string; value: OutboxItem }
  quarantine: { key: string; value: QuarantinedItem }
  lease: { key: string; value: Lease }
}

/** IndexedDB refused, or did not answer: private mode, full disk, a browser that forbids it. */
export class StoreUnavailable extends Error {}

const patience = 4_000
// `strict`: complete means on the disk, not in a buffer of the system.
const durably = { durability: 'strict' } as const
let opening: Promise<IDBPDatabase<Schema>> | undefined

/** Adds the item unless its id is there already; resolves once it is on the disk. Throws StoreUnavailable. */
export const addItem = (item: OutboxItem) =>
  withStore(async (db) => {
    const tx = db.transaction('outbox', 'readwrite', durably)
    if ((await tx.store.getKey(item.id)) === undefined) await tx.store.put(item)
    await tx.done
  })

/** Everything that waits: what failed least comes first, so that nothing can stand in the way; then the oldest. */
export const listItems = () =>
  withStore(async (db) =>
    (await db.getAll('outbox')).sort(
      (one, other) => one.attempts - other.attempts || one.createdAt - other.createdAt,
    ),
  )

export const listQuarantined = () => withStore((db) => db.getAll('quarantine'))

export const removeItem = (id: string) => withStore((db) => db.delete('outbox', id))

/** Writes a new turn, unless the item has gone in the meantime. */
export const putTurn = (id: string, turn: Turn) =>
  withStore(async (db) => {
    const tx = db.transaction('outbox', 'readwrite', durably)
    const item = await tx.store.get(id)
    if (item) await tx.store.put({ ...item, ...turn })
    await tx.done
  })

/** Moves an item to the quarantine in one transaction. */
export const quarantineItem = (item: QuarantinedItem) =>
  withStore(async (db) => {
    const tx = db.transaction(['outbox', 'quarantine'], 'readwrite', durably)
    await tx.objectStore('quarantine').put(item)
    await tx.objectStore('outbox').delete(item.id)
    await tx.done
  })

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

export const endLease = (owner: string) =>
  withStore(async (db) => {
    const tx = db.transaction('lease', 'readwrite')
    if ((await tx.store.get('flush'))?.owner === owner) await tx.store.delete('flush')
    await tx.done
  })

async function withStore<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  try {
    return await inTime(attempt(work))
  } catch (error) {
    forget()
    throw new StoreUnavailable('IndexedDB', { cause: error })
  }
}

async function attempt<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const isFresh = opening === undefined
  opening ??= openStore()
  try {
    return await work(await opening)
  } catch (error) {
    if (isFresh) throw error
    // Safari drops the connection of a page in the background: open it anew, once.
    forget()
    opening = openStore()
    return await work(await opening)
  }
}

function forget() {
  opening?.then(
    (db) => db.close(),
    () => undefined,
  )
  opening = undefined
}

const openStore = () =>
  openDB<Schema>('hai-long', 1, {
    upgrade(db) {
      db.createObjectStore('outbox', { keyPath: 'id' })
      db.createObjectStore('quarantine', { keyPath: 'id' })
      db.createObjectStore('lease', { keyPath: 'name' })
    },
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
    terminated: () => {
      opening = undefined
    },
  })

// Some browsers neither open nor refuse: nobody may be left waiting before a blank button.
function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), patience)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
