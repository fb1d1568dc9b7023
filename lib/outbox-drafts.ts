import { type Draft, durably, type OutboxItem, withStore } from './outbox-database'
import type { Body } from './outbox-delivery'
import { atOnce } from './outbox-schedule'

/** An owner that no lock tells about (plain http) is taken for gone after this. */
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
 * resolves. What was frozen under this id before stays as it is. Throws StoreUnavailable.
 */
export const freezeDraft = (id: string, body: Body, now: number) =>
  withStore(async (db) => {
    const tx = db.transaction(['drafts', ...ends], 'readwrite', durably)
    const isFree = !(await isFrozen(id, (store) => tx.objectStore(store)))
    await Promise.all([
      tx.objectStore('drafts').delete(id),
      isFree && tx.objectStore('outbox').put(itemOf(id, body, now)),
      tx.done,
    ])
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
  const drafts = await withStore((db) => db.getAll('drafts'))
  const isAlive = ({ owner, changedAt }: Draft) =>
    owner === me ||
    (alive ? alive.has(lockName(owner)) : Math.abs(now - changedAt) < abandonedAfter)
  const left = drafts.filter((draft) => !isAlive(draft))
  for (const { id, body } of left) await (body ? freezeDraft(id, body, now) : dropDraft(id))
  return left.filter(({ body }) => body).length
}

/** Shows other pages, as long as this one lives, that its draft is not abandoned. */
export function markAlive(me: string): void {
  if (!('locks' in navigator)) return
  void navigator.locks.request(lockName(me), () => new Promise(() => undefined)).catch(() => {})
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
