import 'server-only'
import { type Day, localDay, shiftDay } from '@/domain/period'
import { type RefusalKind, refusalDays } from '@/domain/refusal'
import { logFault } from '@/lib/log'
import { shared } from '@/lib/shared'
import { type Statement, write } from '../client'

/** One request that was turned away; at which link or tablet, where it was one of theirs. */
export type Refusal = Readonly<{ kind: RefusalKind; door?: string; deviceId?: number }>

type Counted = Readonly<{ refusal: Refusal; day: Day; n: number }>
type Counts = {
  readonly byKey: Map<string, Counted>
  timer: NodeJS.Timeout | null
  /** The day on which old ones were last removed. */
  tidiedOn: Day | null
}

/** Written down no more often than this, however many there are. */
const flushEvery = 30_000
/** Links and tablets told apart until the next writing; more of them are counted together. */
const mostKeys = 500

const counts = shared('refusals', (): Counts => ({ byKey: new Map(), timer: null, tidiedOn: null }))

/** Counts a refusal in memory: a flood of requests makes no flood of writes. */
export function noteRefusal(refusal: Refusal, now: number): void {
  add({ refusal, day: localDay(now), n: 1 })
  counts.timer ??= setTimeout(() => void flushRefusals(Date.now()), flushEvery).unref()
}

/** Writes down what was counted, in one go; what cannot be written now waits for the next time. */
export async function flushRefusals(now: number): Promise<void> {
  if (counts.timer) clearTimeout(counts.timer)
  counts.timer = null
  const waiting = [...counts.byKey.values()]
  counts.byKey.clear()
  if (waiting.length === 0) return
  const today = localDay(now)
  try {
    const old = counts.tidiedOn === today ? [] : [removeBefore(shiftDay(today, -refusalDays))]
    await write([...waiting.map(toStatement), ...old])
    counts.tidiedOn = today
  } catch (error) {
    logFault('refusals not stored for now', error)
    for (const one of waiting) add(one)
  }
}

/** A graceful stop writes down what was counted. */
export function flushAtStop(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void flushRefusals(Date.now()))
  }
}

function add({ refusal, day, n }: Counted): void {
  const { kind, door = '', deviceId = '' } = refusal
  const own = JSON.stringify([day, kind, door.slice(0, 100), deviceId])
  const isTold = counts.byKey.has(own) || counts.byKey.size < mostKeys
  const key = isTold ? own : JSON.stringify([day, kind])
  const before = counts.byKey.get(key)?.n ?? 0
  counts.byKey.set(key, { refusal: isTold ? refusal : { kind }, day, n: before + n })
}

/** A code that is no link's counts as none. */
const toStatement = ({ refusal, day, n }: Counted): Statement => ({
  sql: `insert into refusals (on_day, kind, door_id, device_id, n)
    values (?, ?, coalesce((select id from doors where code = ?), 0), ?, ?)
    on conflict do update set n = n + excluded.n`,
  args: [day, refusal.kind, refusal.door ?? null, refusal.deviceId ?? 0, n],
})

const removeBefore = (day: Day): Statement => ({
  sql: 'delete from refusals where on_day < ?',
  args: [day],
})
