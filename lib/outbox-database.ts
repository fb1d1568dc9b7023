import { openDB } from 'idb'
import type { Database, Schema } from './outbox-records'

/** IndexedDB refused, or did not answer: private mode, full disk, a browser that forbids it. */
class StoreUnavailable extends Error {}

const name = 'hai-long'

const version = 2

const patience = 4_000

let opening: Promise<Database> | undefined

// `strict`: complete means on the disk, not in a buffer of the system.
export const durably = { durability: 'strict' } as const

/** Runs the work on the database of this device. Throws StoreUnavailable. */
export async function withStore<T>(work: (db: Database) => Promise<T>): Promise<T> {
  try {
    return await inTime(attempt(work))
  } catch (error) {
    forget()
    throw new StoreUnavailable('IndexedDB', { cause: error })
  }
}

async function attempt<T>(work: (db: Database) => Promise<T>): Promise<T> {
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

async function openStore(): Promise<Database> {
  try {
    return await openAt(version)
  } catch (error) {
    // A newer build in another page has added stores; those that this one knows are still there.
    if (error instanceof DOMException && error.name === 'VersionError') return openAt(undefined)
    throw error
  }
}

const stores = [
  ['outbox', 'id'],
  ['quarantine', 'id'],
  ['lease', 'name'],
  ['acknowledged', 'id'],
  ['drafts', 'id'],
  ['settings', 'name'],
] as const

// Stores are only ever added: a page of an older build may still be open.
const openAt = (wanted: number | undefined) =>
  openDB<Schema>(name, wanted, {
    upgrade(db) {
      for (const [store, keyPath] of stores) {
        if (!db.objectStoreNames.contains(store)) db.createObjectStore(store, { keyPath })
      }
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
