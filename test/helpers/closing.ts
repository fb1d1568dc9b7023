import { closePeriod } from '@/db/snapshots/closing'
import type { ClosingWish } from '@/db/snapshots/closing-figures'
import { getSnapshot, type Snapshot } from '@/db/snapshots/list'
import type { Scope } from '@/domain/access'
import { arrival } from './district'
import { autumn } from './province-figures'

/** A moment after everything of the district has arrived. */
export const closedAt = arrival + 5000

let forms = 0

/** Autumn of desk-8 in commune A, unless told otherwise; each from a form of its own. */
export const wishFor = (changes: Partial<ClosingWish> = {}): ClosingWish => ({
  unit: 'xa-a',
  survey: 'desk-8',
  ...autumn,
  note: '',
  requestId: `form-number-${++forms}`,
  ...changes,
})

/** Closes and opens again what was stored, as the same person. */
export async function closed(scope: Scope, changes: Partial<ClosingWish> = {}): Promise<Snapshot> {
  const made = await closePeriod(scope, wishFor(changes), closedAt)
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return opened(scope, made.value.number)
}

export async function opened(scope: Scope, number: string): Promise<Snapshot> {
  const snapshot = await getSnapshot(scope, number)
  if (!snapshot) throw new Error(`no snapshot ${number}`)
  return snapshot
}

/** What the snapshot holds for this person; it must be whole. */
export function held({ held: inside, state }: Snapshot) {
  if (!inside) throw new Error(`the snapshot is ${state}`)
  return inside
}
