import 'server-only'
import { desc, eq, isNull } from 'drizzle-orm'
import { administersEverything, type Scope } from '@/domain/access'
import {
  type AddressRange,
  formatAddressRange,
  parseAddressRange,
  type RangeProblem,
} from '@/domain/address-range'
import { ok, type Result, refused, tooLong } from '@/domain/problem'
import { tidy } from '@/domain/tidy-text'
import { shared } from '@/lib/shared'
import { doneBy, writeWithAudit } from '../audit/log'
import { database } from '../client'
import { remembered } from '../remembered'
import { exemptRanges } from '../schema/defence'
import { users } from '../schema/people'

export const longestLabel = 60
/** Each request is held against all of them. */
const mostRanges = 100

type AddProblem =
  | RangeProblem
  | 'not-found'
  | 'blank-label'
  | 'too-long'
  | 'range-exists'
  | 'too-many-ranges'

/** For limits: the ranges that hold now. A change in this process holds from the next request on. */
export const exemptNow = async (): Promise<readonly AddressRange[]> =>
  (await readLive(String(changes.n))) ?? []

/** The ranges that hold, newest first; none for whoever does not administer everything. */
export async function listExemptRanges(scope: Scope) {
  if (!administersEverything(scope)) return []
  const { id, range, label, addedAt } = exemptRanges
  return await database()
    .select({ id, range, label, addedAt, by: users.name })
    .from(exemptRanges)
    .innerJoin(users, eq(users.id, exemptRanges.addedBy))
    .where(isNull(exemptRanges.endedAt))
    .orderBy(desc(exemptRanges.id))
}

/** Exempts a range. The audit log gets its number and name, not the addresses. */
export async function addExemptRange(
  scope: Scope,
  typed: Readonly<{ range: string; label: string }>,
  now: number,
): Promise<Result<null, AddProblem>> {
  if (!administersEverything(scope)) return refused({ code: 'not-found' })
  const label = tidy(typed.label)
  if (!label) return refused({ code: 'blank-label', field: 'label' })
  if (label.length > longestLabel) return tooLong('label', longestLabel)
  const parsed = parseAddressRange(typed.range)
  if (!parsed.ok) return parsed
  const range = formatAddressRange(parsed.value)
  const live = await listExemptRanges(scope)
  if (live.some((one) => one.range === range)) {
    return refused({ code: 'range-exists', field: 'range' })
  }
  if (live.length >= mostRanges) {
    return refused({ code: 'too-many-ranges', field: 'range', params: { max: mostRanges } })
  }
  const sql = `insert into exempt_ranges (range, label, added_by, added_at) values (?, ?, ?, ?)
    on conflict do nothing`
  const added = { sql, args: [range, label, scope.userId, now] }
  await writeWithAudit(
    [added],
    doneBy(scope, { action: 'exempt-range-added', detail: { label } }),
    now,
  )
  forgetRanges()
  return ok(null)
}

/** Ends an exemption. Ending it again changes nothing. */
export async function endExemptRange(
  scope: Scope,
  id: number,
  now: number,
): Promise<Result<null, 'not-found'>> {
  const range = (await listExemptRanges(scope)).find((one) => one.id === id)
  if (!range) return refused({ code: 'not-found' })
  const sql = 'update exempt_ranges set ended_at = ? where id = ? and ended_at is null'
  const ended = { sql, args: [now, id] }
  const event = doneBy(scope, { action: 'exempt-range-ended', detail: { label: range.label } })
  await writeWithAudit([ended], event, now)
  forgetRanges()
  return ok(null)
}

const changes = shared('changes of exempt ranges', () => ({ n: 0 }))

function forgetRanges(): void {
  changes.n += 1
}

const readLive = remembered({ freshFor: 10_000, most: 2 }, async () => {
  const rows = await database()
    .select({ range: exemptRanges.range })
    .from(exemptRanges)
    .where(isNull(exemptRanges.endedAt))
  return rows.flatMap(({ range }) => {
    const parsed = parseAddressRange(range)
    return parsed.ok ? [parsed.value] : []
  })
})
