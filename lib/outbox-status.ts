import { withStore } from './outbox-database'

/** Where a response is now, as far as this device can honestly say. */
export type ItemStatus =
  | Readonly<{ state: 'waiting'; attempts: number }>
  | Readonly<{ state: 'refused'; reasons: readonly string[] }>
  | Readonly<{ state: 'gone' }>

/** What lies on the disk, for staff. */
export type StoredStatus = Readonly<{
  waiting: number
  /** When the oldest waiting response was answered; null when nothing waits. */
  oldestAt: number | null
  /** Of those waiting: collected under another enrolment, from which the server does not take them. */
  foreign: number
  refused: number
  /** Confirmed by the server within the last day. */
  acknowledged: number
}>

/** Throws StoreUnavailable. */
export const findItem = (id: string): Promise<ItemStatus> =>
  withStore(async (db) => {
    const refused = await db.get('quarantine', id)
    if (refused) return { state: 'refused', reasons: refused.reasons }
    const waiting = await db.get('outbox', id)
    return waiting ? { state: 'waiting', attempts: waiting.attempts } : { state: 'gone' }
  })

/** Throws StoreUnavailable. */
export const readStatus = (): Promise<StoredStatus> =>
  withStore(async (db) => {
    const [items, refused, acknowledged] = await Promise.all([
      db.getAll('outbox'),
      db.count('quarantine'),
      db.count('acknowledged'),
    ])
    let oldestAt: number | null = null
    for (const { body, createdAt } of items) {
      const at = typeof body.answeredAt === 'number' ? body.answeredAt : createdAt
      oldestAt = oldestAt === null ? at : Math.min(oldestAt, at)
    }
    const foreign = items.filter(({ isForeign }) => isForeign).length
    return { waiting: items.length, oldestAt, foreign, refused, acknowledged }
  })
