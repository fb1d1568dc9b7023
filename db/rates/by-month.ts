import 'server-only'
import type { FigureRow, LeftOut } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { Grid } from '@/domain/grid'
import { groupOf } from '@/domain/group'
import { isTotalShown } from '@/domain/hiding/totals'
import { contains, halfMonthOf, type MonthPart, monthsOf } from '@/domain/period'
import { isMember, overallSeries, type Series } from '@/domain/series'
import type { RatesContext } from './context'
import { isEverybodyShown, leaveOut, type RatesSource } from './source'

type Months = Readonly<{ rows: FigureRow[]; breaks: string[]; leftOut: LeftOut[] }>

/** Months in order. Each series of the overall question has rows of its own: they are never joined. */
export function rowsByMonth(context: RatesContext, source: RatesSource): Months {
  const { unit, under, filter, versions, halfMonths } = context
  const months = monthsOf(filter)
  const all = overallSeries(versions)
  const grid = fillMonths(source, all, months)
  const isOpen = isEverybodyShown(source, unit.id, halfMonths)
  const isPresent = (series: Series, month: string) =>
    grid.sum(under, itemOf(series, month)).people > 0
  const present = all.filter((series) => months.some(({ month }) => isPresent(series, month)))
  const started = new Set<string>()
  const breaks: string[] = []
  const rows = months.flatMap(({ month, from, to }) => {
    const here = present.filter((series) => isPresent(series, month))
    if (here.length === 0) here.push(source.series)
    return here.map((series): FigureRow => {
      const item = itemOf(series, month)
      const isNew = started.size > 0 && !started.has(series.key) && isPresent(series, month)
      if (isPresent(series, month)) started.add(series.key)
      const key = series.key === source.series.key ? month : `${month}/${series.key}`
      if (isNew) breaks.push(key)
      const head = {
        ...{ key, label: labelOf(month), from, to },
        ...(present.length > 1 ? { series: series.key } : {}),
        ...(isNew ? { break: true as const } : {}),
      }
      const part = { first: halfMonthOf(from), last: halfMonthOf(to) }
      const isShown = isTotalShown(source.past.totalsOf(series), unit.id, part)
      return toRow(head, grid.sum(under, item), { isHidden: !(isOpen && isShown) })
    })
  })
  return { rows, breaks, leftOut: longSheets(context, source, months) }
}

function fillMonths(
  source: RatesSource,
  allSeries: readonly Series[],
  months: readonly MonthPart[],
): Grid {
  const grid = new Grid()
  for (const series of allSeries) {
    for (const { unitId, versionId, cell, month, n } of source.totals) {
      if (!isMember(series, versionId)) continue
      grid.addCell(unitId, itemOf(series, month), cell, n)
    }
    for (const sheet of source.sheets) {
      if (!isMember(series, sheet.versionId, sheet.questionId)) continue
      const part = months.find((month) => contains(month, sheet.period))
      if (part) grid.add(sheet.unitId, itemOf(series, part.month), groupOf(sheet.levels))
    }
  }
  return grid
}

/** In the total, but in no single month. */
function longSheets(
  context: RatesContext,
  { series, sheets }: RatesSource,
  months: readonly MonthPart[],
): LeftOut[] {
  return sheets
    .filter((sheet) => isMember(series, sheet.versionId, sheet.questionId))
    .filter((sheet) => !months.some((month) => contains(month, sheet.period)))
    .map((sheet) => leaveOut(context, sheet, 'longer-than-month'))
}

const itemOf = (series: Series, month: string) => `${series.key}/${month}`
const labelOf = (month: string) => month.split('-').toReversed().join('/')
