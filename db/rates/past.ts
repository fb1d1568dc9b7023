import 'server-only'
import { everything } from '@/domain/cell'
import { allCuts, type Cuts } from '@/domain/hiding/cut'
import type { CutChooser } from '@/domain/hiding/cut-memory'
import { History, lastOf } from '@/domain/hiding/history'
import type { Span } from '@/domain/hiding/line'
import { chooseTotals, type Totals } from '@/domain/hiding/totals'
import { planUnits, type UnitPlan } from '@/domain/hiding/unit-plan'
import { halfMonthOf } from '@/domain/period'
import { countOf, isSmallGroup } from '@/domain/rate'
import { isMember, type Series } from '@/domain/series'
import { getHalfMonths } from '../tallies/cells'
import { readHistory } from '../tallies/history'
import { listSheetsOf, type TallySheet } from '../tallies/sheets'
import type { RatesContext } from './context'

/** What the small-number rule must know of all times, whichever period is asked for. */
export type Past = Readonly<{
  span: Span
  plan: UnitPlan
  /** Every sheet of the survey's versions. */
  sheets: readonly TallySheet[]
  /** Those of one to four people, which stand among the responses of their last half-month. */
  smallSheets: readonly TallySheet[]
  totalsOf: (series: Series) => Totals
}>

/** @param chooserFor chooses the cuts of everybody in a series. */
export async function readPast(
  context: RatesContext,
  chooserFor: (series: string) => CutChooser,
): Promise<Past> {
  const { versions, all, tree, root } = context
  const versionIds = versions.map(({ rowId }) => rowId)
  const sheets = await listSheetsOf(versionIds, all)
  const smallSheets = sheets.filter(({ levels }) => isSmallGroup(countOf(levels)))
  // Of all units: where one has ended, its end lies in the past, and is no open one.
  const halfMonths = await getHalfMonths(versionIds, [...tree.byId.keys()])
  const span = spanOf([
    ...(halfMonths ? [halfMonths.first, halfMonths.last] : []),
    ...smallSheets.flatMap(({ period }) => [halfMonthOf(period.from), halfMonthOf(period.to)]),
  ])
  const byVersion = await readHistory(all, {
    name: 'by version',
    span: halfMonths ? span : { first: 0, halves: 0 },
    query: { versionIds, slices: ['total'] },
    of: 'levels',
    itemsOf: ({ versionId }) => [String(versionId)],
  })
  const pool = (pooled: readonly number[]): History => {
    const history = new History(span)
    for (const unit of byVersion.units()) {
      for (const version of pooled) {
        history.addLine(unit, everything, byVersion.line(unit, String(version)))
      }
    }
    return history
  }
  const everybody = pool(versionIds)
  addSheets(everybody, smallSheets)
  const sizeOf = (unit: number) => lastOf(everybody.line(unit, everything))
  const plan = planUnits(tree, root, sizeOf)
  const known = new Map<string, Totals>()
  const totalsOf = (series: Series): Totals => {
    const found = known.get(series.key)
    if (found) return found
    const history = pool(versionIds.filter((version) => isMember(series, version)))
    const own = smallSheets.filter((one) => isMember(series, one.versionId, one.questionId))
    addSheets(history, own)
    const base = cutsOutside(span, smallSheets)
    const totals = chooseTotals(plan, history, base, chooserFor(series.key))
    known.set(series.key, totals)
    return totals
  }
  return { span, plan, sheets, smallSheets, totalsOf }
}

/** Sheets of one to four people count with the responses of their last half-month. */
export function addSheets(
  history: History,
  sheets: readonly TallySheet[],
  itemOf: (sheet: TallySheet) => readonly string[] = () => [everything],
): void {
  for (const sheet of sheets) {
    const halfMonth = halfMonthOf(sheet.period.to)
    for (const item of itemOf(sheet)) {
      history.add(sheet.unitId, item, [{ halfMonth, n: countOf(sheet.levels) }])
    }
  }
}

function spanOf(halfMonths: readonly number[]): Span {
  if (halfMonths.length === 0) return { first: 0, halves: 0 }
  const first = Math.min(...halfMonths)
  return { first, halves: Math.max(...halfMonths) - first + 1 }
}

/** A period that takes in part of a small sheet's time does not count it: the next larger one would tell of it. */
function cutsOutside(span: Span, smallSheets: readonly TallySheet[]): Cuts {
  const cuts = allCuts(span)
  for (const { period } of smallSheets) {
    cuts.fill(0, halfMonthOf(period.from) - span.first + 1, halfMonthOf(period.to) - span.first + 1)
  }
  return cuts
}
