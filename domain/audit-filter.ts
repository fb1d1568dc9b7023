import { type Day, isDay } from './period'
import { type Result, refused } from './problem'

/** What a person looks for in the audit log; empty parts ask for everything. */
export type AuditFilter = Readonly<{
  action: string
  /** Code of a unit. */
  unit: string
  /** Id of a user as text. */
  actor: string
  from: Day | ''
  to: Day | ''
  /** Only events older than this one; for the next page. */
  before: number | null
}>

export type AuditFilterProblem = 'not-a-day' | 'from-after-to'

/** Reads `action`, `unit`, `actor`, `from`, `to` and `before` of an address. */
export function parseAuditFilter(params: URLSearchParams): Result<AuditFilter, AuditFilterProblem> {
  const text = (name: string) => params.get(name)?.trim() ?? ''
  const [from, to] = [text('from'), text('to')]
  if (from && !isDay(from)) return refused({ code: 'not-a-day', field: 'from' })
  if (to && !isDay(to)) return refused({ code: 'not-a-day', field: 'to' })
  if (from && to && from > to) return refused({ code: 'from-after-to', field: 'from' })
  const before = Number(text('before'))
  return {
    ok: true,
    value: {
      action: text('action'),
      unit: text('unit'),
      actor: text('actor'),
      from,
      to,
      before: Number.isSafeInteger(before) && before > 0 ? before : null,
    },
  }
}
