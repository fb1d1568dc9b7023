import 'server-only'
import { type Scope, unitsFor } from '@/domain/access'
import { type Day, firstDayOf, lastDayOf, type Period } from '@/domain/period'
import { database } from './client'

/** From the first to the last day on which there is anything to see in the person's units, or null. */
export async function getDataSpan(scope: Scope): Promise<Period | null> {
  const units = JSON.stringify([...unitsFor(scope, 'figures')])
  const { rows } = await database().$client.execute({
    sql: `with mine as (select value as id from json_each(?))
      select 'half' as kind, min(half_month) as low, max(half_month) as high
        from tallies where slice = 'total' and unit_id in (select id from mine)
      union all select 'day', min(from_on), max(to_on)
        from tally_sheets where unit_id in (select id from mine)
      union all select 'day', min(from_on), max(to_on)
        from dossier_stats where unit_id in (select id from mine)`,
    args: [units],
  })
  const spans = rows.flatMap(({ kind, low, high }) => {
    if (low === null || high === null) return []
    const isHalf = kind === 'half'
    const from: Day = isHalf ? firstDayOf(Number(low)) : String(low)
    return [{ from, to: isHalf ? lastDayOf(Number(high)) : String(high) }]
  })
  const [first, ...others] = spans
  return first
    ? others.reduce(
        (all, { from, to }) => ({
          from: from < all.from ? from : all.from,
          to: to > all.to ? to : all.to,
        }),
        first,
      )
    : null
}
