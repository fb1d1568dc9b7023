import { durably, withStore } from './outbox-database'
import { fateOf } from './outbox-keeping'
import type { AcknowledgedItem, OutboxItem, QuarantinedItem } from './outbox-records'
import { atOnce, type Turn } from './outbox-schedule'

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

/** Moves an item to what the server has confirmed, in one transaction. */
export const acknowledgeItem = (item: AcknowledgedItem) =>
  withStore(async (db) => {
    const tx = db.transaction(['outbox', 'acknowledged'], 'readwrite', durably)
    await tx.objectStore('acknowledged').put(item)
    await tx.objectStore('outbox').delete(item.id)
    await tx.done
  })

/** Forgets the copies that have been kept long enough at this instant of the server's clock. */
export const forgetAcknowledged = (serverNow: number) =>
  withStore(async (db) => {
    const tx = db.transaction('acknowledged', 'readwrite')
    for await (const cursor of tx.store) {
      const fate = fateOf(cursor.value.countedFrom, serverNow)
      if (fate === 'forget') await cursor.delete()
      if (fate === 'stamp') await cursor.update({ ...cursor.value, countedFrom: serverNow })
    }
    await tx.done
  })

/** Puts everything that was confirmed back into the queue; answers how many. The server knows the ids it has. */
export const returnAcknowledged = () =>
  withStore(async (db) => {
    const tx = db.transaction(['outbox', 'acknowledged'], 'readwrite', durably)
    const items = await tx.objectStore('acknowledged').getAll()
    for (const { id, body, createdAt } of items) {
      const item = { id, body, createdAt, isOfDevice: true, state: 'waiting', ...atOnce } as const
      await tx.objectStore('outbox').put(item)
      await tx.objectStore('acknowledged').delete(id)
    }
    await tx.done
    return items.length
  })

/** Gives everything that was refused, or not taken from this enrolment, another try; answers how many were refused. */
export const returnQuarantined = () =>
  withStore(async (db) => {
    const tx = db.transaction(['outbox', 'quarantine'], 'readwrite', durably)
    const items = await tx.objectStore('quarantine').getAll()
    for (const { id, body, createdAt, isOfDevice = false } of items) {
      const item = { id, body, createdAt, isOfDevice, state: 'waiting', ...atOnce } as const
      await tx.objectStore('outbox').put(item)
      await tx.objectStore('quarantine').delete(id)
    }
    for await (const cursor of tx.objectStore('outbox')) {
      if (cursor.value.isForeign) await cursor.update({ ...cursor.value, ...atOnce })
    }
    await tx.done
    return items.length
  })

/** Writes a new turn, unless the item has gone in the meantime. */
export const putTurn = (id: string, turn: Turn & Readonly<{ isForeign: boolean }>) =>
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
