import { leftFree } from './backup'
import { retention } from './retention'

/** So many copies that the app makes by itself are kept at most. */
export const fullSet = Object.values(retention).reduce((sum, count) => sum + count, 0)

/** How long the room on a disk lasts; `days` is what was looked back on. */
export type Outlook =
  | Readonly<{ kind: 'unknown' }>
  | Readonly<{ kind: 'steady' | 'short' | 'years'; days: number }>
  | Readonly<{ kind: 'days' | 'months'; n: number; days: number }>

type Copy = Readonly<{ madeAt: number; bytes: number }>

const day = 24 * 3600_000
const lookBack = 30
const leastSpan = 7

/**
 * How long a disk with the database and its copies has room, if the database grows as it did in the last 30 days. Each
 * copy that is kept grows with it, and the set is filled up first. Copies, unlike the live file, have no slack in them;
 * from those of less than a week nothing is said.
 * @param copies newest first
 */
export function outlookOf(copies: readonly Copy[], freeBytes: number): Outlook {
  const [newest] = copies
  const recent = copies.filter(({ madeAt }) => (newest?.madeAt ?? 0) - madeAt <= lookBack * day)
  const oldest = recent.at(-1)
  if (!newest || !oldest) return { kind: 'unknown' }
  const span = (newest.madeAt - oldest.madeAt) / day
  if (span < leastSpan) return { kind: 'unknown' }
  const days = Math.round(span)
  const missing = Math.max(0, fullSet - copies.length) * newest.bytes
  const room = freeBytes - leftFree - missing
  if (room <= 0) return { kind: 'short', days }
  const perDay = (newest.bytes - oldest.bytes) / span
  if (perDay <= 0) return { kind: 'steady', days }
  const left = Math.floor(room / (perDay * (1 + fullSet)))
  if (left > 5 * 365) return { kind: 'years', days }
  return left > 60
    ? { kind: 'months', n: Math.floor(left / 30), days }
    : { kind: 'days', n: left, days }
}
