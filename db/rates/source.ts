import 'server-only'
import { everything } from '@/domain/cell'
import type { LeftOut } from '@/domain/figure'
import { Grid } from '@/domain/grid'
import { groupOf } from '@/domain/group'
import { isTotalShown, type Totals } from '@/domain/hiding/totals'
import { contains, type HalfMonths, overlaps } from '@/domain/period'
import { isMember, newestEdition, overallQuestion, type Series, seriesOf } from '@/domain/series'
import type { ScaleQuestion } from '@/domain/survey'
import type { StoredVersion } from '../surveys/surveys'
import { type SummedCell, sumCells } from '../tallies/cells'
import type { TallySheet } from '../tallies/sheets'
import type { RatesContext } from './context'
import type { Past } from './past'

/** What the total rests on, read once for every breakdown. */
export type RatesSource = Readonly<{
  newest: StoredVersion
  overall: ScaleQuestion
  /** The series of the overall question in the newest version that has numbers. */
  series: Series
  /** Everybody of the unit and of each under it, tally sheets included. */
  grid: Grid
  past: Past
  /** Everybody of this series at all times, for the small-number rule. */
  everybody: Totals
  /** Overall answers of every series, by month. */
  totals: readonly SummedCell[]
  /** Theirs that lie whole inside the period, for any question. */
  sheets: readonly TallySheet[]
  leftOut: readonly LeftOut[]
}>

export async function readSource(context: RatesContext, past: Past): Promise<RatesSource> {
  const { versions, under, halfMonths, filter } = context
  const mine = new Set(under)
  const versionIds = versions.map((version) => version.rowId)
  const query = { versionIds, slices: ['total'] as const, unitIds: under, halfMonths }
  const totals = await sumCells({ ...query, byMonth: true })
  const touching = past.sheets.filter(
    (sheet) => mine.has(sheet.unitId) && overlaps(filter, sheet.period),
  )
  const sheets = touching.filter((sheet) => contains(filter, sheet.period))
  const newest = newestEdition(versions, presentVersions(context, totals, sheets))
  const overall = overallQuestion(newest.definition)
  const series = seriesOf(versions, overall)
  const everybody = past.totalsOf(series)
  const source = { newest, overall, series, past, everybody, totals, sheets, grid: new Grid() }
  for (const cell of totals.filter((one) => isMember(series, one.versionId))) {
    source.grid.addCell(cell.unitId, everything, cell.cell, cell.n)
  }
  for (const sheet of overallSheets(source)) {
    source.grid.add(sheet.unitId, everything, groupOf(sheet.levels))
  }
  return { ...source, leftOut: listLeftOut(context, source, touching) }
}

/** Whether everybody of a unit may be shown in a period. */
export const isEverybodyShown = (
  { everybody }: RatesSource,
  unit: number,
  period: HalfMonths,
  kind: 'under' | 'own' = 'under',
): boolean => isTotalShown(everybody, unit, period, kind)

/** The sheets that count in the total. */
export const overallSheets = ({
  series,
  sheets,
}: Pick<RatesSource, 'series' | 'sheets'>): TallySheet[] =>
  sheets.filter((sheet) => isMember(series, sheet.versionId, sheet.questionId))

function isOverallSheet({ versions }: RatesContext, sheet: TallySheet): boolean {
  const version = versions.find(({ rowId }) => rowId === sheet.versionId)
  return version !== undefined && overallQuestion(version.definition).id === sheet.questionId
}

function presentVersions(
  context: RatesContext,
  totals: readonly SummedCell[],
  sheets: readonly TallySheet[],
): ReadonlySet<number> {
  const counted = [...totals, ...sheets.filter((sheet) => isOverallSheet(context, sheet))]
  return new Set(counted.map((one) => one.versionId))
}

function listLeftOut(
  context: RatesContext,
  source: Pick<RatesSource, 'series' | 'totals' | 'overall' | 'sheets'>,
  touching: readonly TallySheet[],
): LeftOut[] {
  const strange = new Set(
    source.totals
      .filter((cell) => !isMember(source.series, cell.versionId))
      .map((cell) => cell.versionId),
  )
  const versions = context.versions
    .filter((version) => strange.has(version.rowId))
    .map(
      (version): LeftOut => ({
        kind: 'version',
        reason: 'other-series',
        version: version.id,
        question: overallQuestion(version.definition).id,
      }),
    )
  const sheets = touching
    .filter((sheet) => isOverallSheet(context, sheet))
    .flatMap((sheet) => {
      if (!source.sheets.includes(sheet)) return [leaveOut(context, sheet, 'not-whole')]
      if (isMember(source.series, sheet.versionId, sheet.questionId)) return []
      return [leaveOut(context, sheet, 'other-series')]
    })
  return [...versions, ...sheets]
}

export function leaveOut(
  { tree }: RatesContext,
  { unitId, channel, period }: TallySheet,
  reason: 'not-whole' | 'other-series' | 'longer-than-month',
): LeftOut {
  const unit = tree.byId.get(unitId)?.code ?? ''
  return { kind: 'sheet', reason, unit, channel, from: period.from, to: period.to }
}
