import { durably, withStore } from './outbox-database'
import type { Body } from './outbox-delivery'
import type { Draft, OutboxItem } from './outbox-records'
import { atOnce } from './outbox-schedule'

/** Where no lock tells about pages (plain http), one that has not touched its draft for so long is taken for gone. */
const abandonedAfter = 3 * 60_000
const lockName = (owner: string) => `hai-long-page-${owner}`

/** Stores the draft, unless its response is frozen already: then it answers false. Throws StoreUnavailable. */
export const putDraft = (draft: Draft) =>
  withStore(async (db) => {
    const tx = db.transaction(['drafts', ...ends], 'readwrite', durably)
    const isFree = !(await isFrozen(draft.id, (store) => tx.objectStore(store)))
    if (isFree) await tx.objectStore('drafts').put(draft)
    await tx.done
    return isFree
  })

/**
 * Freezes a response: the draft goes and the body joins the queue, in one transaction that is on the disk when this
 * resolves. What was frozen under this id before stays as it is; `older` says that it is not this body. Throws
 * StoreUnavailable.
 */
export const freezeDraft = (id: string, body: Body, now: number): Promise<'frozen' | 'older'> =>
  withStore(async (db) => {
    const tx = db.transaction(['drafts', ...ends], 'readwrite', durably)
    const before = await Promise.all(ends.map((name) => tx.objectStore(name).get(id)))
    const frozen = before.find((item) => item !== undefined)
    await Promise.all([
      tx.objectStore('drafts').delete(id),
      frozen ? undefined : tx.objectStore('outbox').put(itemOf(id, body, now)),
      tx.done,
    ])
    // A second try of the same may follow a first whose end nobody saw.
    return frozen && JSON.stringify(frozen.body) !== JSON.stringify(body) ? 'older' : 'frozen'
  })

export const dropDraft = (id: string) =>
  withStore(async (db) => {
    const tx = db.transaction('drafts', 'readwrite', durably)
    await tx.store.delete(id)
    await tx.done
  })

/**
 * Freezes what pages that are gone have left: with a rating it is queued, without one it is dropped. Answers how
 * many were queued. Throws StoreUnavailable.
 */
export async function freezeAbandoned(me: string, now: number): Promise<number> {
  const alive = await livingPages()
  if (!alive) await touchDrafts(me, now)
  const drafts = await withStore((db) => db.getAll('drafts'))
  const isAlive = (draft: Draft) =>
    draft.owner === me || (alive ? alive.has(lockName(draft.owner)) : hasMoved(draft))
  const left = drafts.filter((draft) => !isAlive(draft))
  for (const { id, body } of left) await (body ? freezeDraft(id, body, now) : dropDraft(id))
  return left.filter(({ body }) => body).length
}

/** Shows other pages, as long as this one lives, that its draft is not abandoned. */
export function markAlive(me: string): void {
  if (!('locks' in navigator)) return
  void navigator.locks.request(lockName(me), () => new Promise(() => undefined)).catch(() => {})
}

/** Renews the lease on what this page is filling in. */
const touchDrafts = (me: string, now: number) =>
  withStore(async (db) => {
    const tx = db.transaction('drafts', 'readwrite')
    for await (const cursor of tx.store) {
      if (cursor.value.owner === me) await cursor.update({ ...cursor.value, changedAt: now })
    }
    await tx.done
  })

const seen = new Map<string, Readonly<{ changedAt: number; since: number }>>()

/** Whether the draft was touched lately before the eyes of this page: by its own time, whatever the clock does. */
function hasMoved({ id, changedAt }: Draft): boolean {
  const last = seen.get(id)
  if (last?.changedAt === changedAt) return performance.now() - last.since < abandonedAfter
  seen.set(id, { changedAt, since: performance.now() })
  return true
}

async function livingPages(): Promise<ReadonlySet<string> | undefined> {
  if (!('locks' in navigator)) return undefined
  const { held = [] } = await navigator.locks.query()
  return new Set(held.map(({ name }) => name ?? ''))
}

const ends = ['outbox', 'quarantine', 'acknowledged'] as const
type End = (typeof ends)[number]

async function isFrozen(
  id: string,
  storeOf: (name: End) => { getKey(id: string): Promise<string | undefined> },
): Promise<boolean> {
  const keys = await Promise.all(ends.map((name) => storeOf(name).getKey(id)))
  return keys.some((key) => key !== undefined)
}

const itemOf = (id: string, body: Body, now: number): OutboxItem => ({
  id,
  body,
  createdAt: now,
  state: 'waiting',
  isOfDevice: true,
  ...atOnce,
})
