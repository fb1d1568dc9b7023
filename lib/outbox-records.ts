import type { DBSchema, IDBPDatabase } from 'idb'
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
