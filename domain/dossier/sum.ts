import { type Period, tiles } from '../period'
import { type DossierCounts, type DossierPart, mapParts, noDossierCounts } from './dossier'

export type DossierRow = Readonly<{ period: Period; counts: DossierCounts }>

/** Stocks are those of the period's last day; everything else flows and is added. */
const stocks: readonly DossierPart[] = ['inProgress', 'inProgressInTime', 'inProgressOverdue']

/**
 * One unit's rows over the period, or null where they do not tile it exactly. Received is the first
 * row's with everything later rows received anew: adding them up would count carried dossiers twice.
 */
export function sumOverTime(rows: readonly DossierRow[], period: Period): DossierCounts | null {
  if (
    !tiles(
      rows.map((row) => row.period),
      period,
    )
  )
    return null
  const [first, ...later] = rows.toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1))
  return later.reduce((sum, row) => append(sum, row.counts), first?.counts ?? noDossierCounts)
}

/** Units side by side: every part is added; a part one of them does not give is not known. */
export const sumOverUnits = (all: readonly DossierCounts[]): DossierCounts =>
  all.length === 0
    ? noDossierCounts
    : all.reduce((sum, counts) => mapParts((part) => plus(sum[part], counts[part])))

function append(before: DossierCounts, after: DossierCounts): DossierCounts {
  const added = mapParts((part) =>
    stocks.includes(part) ? after[part] : plus(before[part], after[part]),
  )
  const carried = after.receivedCarried
  const received = plus(before.received, after.received)
  return {
    ...added,
    receivedCarried: before.receivedCarried,
    received: received === null || carried === null ? null : received - carried,
  }
}

function plus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b
}
