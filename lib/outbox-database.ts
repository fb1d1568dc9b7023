import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { DeviceSettings } from './device-records'
import type { Body } from './outbox-delivery'
import type { Turn } from './outbox-schedule'

/** A frozen response waiting on this device. */
export type OutboxItem = Turn &
  Readonly<{
    id: string
    body: Body
    createdAt: number
    state: 'waiting'
    /** Came in through a tablet's door: it is sent with the tablet's credential. */
    isOfDevice?: boolean
    /** The server knows this tablet, and does not take this response from it: it was moved to another unit. */
    isForeign?: boolean
  }>

/** A response the server refused for good; kept aside so that it blocks nothing. */
export type QuarantinedItem = Readonly<{
  id: string
  body: Body
  createdAt: number
  state: 'refused'
  isOfDevice?: boolean
  refusedAt: number
  status: number
  reasons: readonly string[]
}>

/** A response the server has confirmed, kept for a while in case the server loses what it had. */
export type AcknowledgedItem = Readonly<{
  id: string
  body: Body
  createdAt: number
  acknowledgedAt: number
  /** By the server's clock: from here on the time counts for which the copy is kept. */
  countedFrom?: number
}>

/** A half-way answer of somebody at a tablet, under the id that it keeps. */
export type Draft = Readonly<{
  id: string
  /** The response as it would be sent if the person left now; null until the rating was tapped. */
  body: Body | null
  /** The page it is being filled in. */
  owner: string
  changedAt: number
}>

type Lease = Readonly<{ name: 'flush'; owner: string; until: number }>
type Setting = { [Name in keyof DeviceSettings]: { name: Name; value: DeviceSettings[Name] } }

export interface Schema extends DBSchema {
  outbox: { key: string; value: OutboxItem }
  quarantine: { key: string; value: QuarantinedItem }
  acknowledged: { key: string; value: AcknowledgedItem }
  drafts: { key: string; value: Draft }
  settings: { key: keyof DeviceSettings; value: Setting[keyof DeviceSettings] }
  lease: { key: string; value: Lease }
}

export type Database = IDBPDatabase<Schema>

/** IndexedDB refused, or did not answer: private mode, full disk, a browser that forbids it. */
export class StoreUnavailable extends Error {}

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
