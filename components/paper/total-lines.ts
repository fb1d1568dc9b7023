import type { FigureRow, Figures, Forms, MixRow } from '@/domain/figure'
import { noValues, type Values, valuesOf } from '@/domain/figure-values'
import { roundEnd, roundPoints } from '@/domain/number-format'
import type { Period } from '@/domain/period'
import type { Against, Report, Weighted } from '@/domain/report'
import { modeName } from '@/lib/figure-words'
import { translator } from '@/lib/i18n'
import { paperWord } from '@/lib/paper-words'
import { hiddenWord, statusWord } from './file-words'

/** What a file says of everybody in one line: this period, those beside it, and how the responses came in. */
export type TotalLine = Readonly<{
  table: string
  key: string
  label: string
  period: Period
  status: string
  /** Null where the values are of no group of people. */
  row: FigureRow | null
  values: Values
  besides: Besides
}>

/** What only such a line has; points are percentage points with two decimals. */
export const besideNames = [
  'change',
  'changeLow',
  'changeHigh',
  'conclusion',
  'missing',
  'notApplicable',
  'invalidated',
  'handedOut',
  'returned',
  'invalidForms',
] as const
type Besides = Readonly<Partial<Record<(typeof besideNames)[number], number | string>>>

const t = translator('vi')

export function listTotalLines(report: Report): TotalLine[] {
  const { total: figures, previous, lastYear, weighted } = report
  const { total, period, withInvalidated } = figures
  return [
    groupLine(paperWord('file.total'), period, withCoverage(figures), countsOf(figures)),
    groupLine(
      paperWord('file.previous'),
      previous.period,
      previous.total,
      changeOf(previous, total),
    ),
    groupLine(
      paperWord('file.lastYear'),
      lastYear.period,
      lastYear.total,
      changeOf(lastYear, total),
    ),
    ...(withInvalidated
      ? [groupLine(paperWord('indicator.withInvalidated'), period, withInvalidated)]
      : []),
    ...(weighted ? [weightedLine(weighted, period, total)] : []),
    ...figures.channels.map((one) =>
      mixLine(paperWord('file.channelMix'), t(`figures.channel.${one.key}`), one, period),
    ),
    ...figures.modes.map((one) =>
      mixLine(paperWord('file.modeMix'), modeName(one.key, t), one, period),
    ),
  ]
}

/** The total as a row with its own coverage. */
const withCoverage = ({ total, coverage }: Figures): FigureRow =>
  total.status === 'suppressed' ? total : { ...total, coverage }

function groupLine(
  table: string,
  period: Period,
  row: FigureRow,
  besides: Besides = {},
): TotalLine {
  const { key, label } = row
  return { table, key, label, period, status: statusWord(row), row, values: valuesOf(row), besides }
}

function countsOf({ missing, notApplicable, invalidated }: Figures): Besides {
  return {
    ...(missing === null ? {} : { missing }),
    ...(notApplicable === null ? {} : { notApplicable }),
    ...(invalidated === null || invalidated === undefined
      ? {}
      : { invalidated: invalidated === 'few' ? paperWord('few') : invalidated }),
  }
}

function changeOf({ change, total }: Against, now: FigureRow): Besides {
  if (!change) {
    // Two rates that cannot be compared are of two questions.
    return now.status === 'ok' && total.status === 'ok'
      ? { conclusion: paperWord('file.otherQuestion') }
      : {}
  }
  return {
    change: roundPoints(change.difference),
    changeLow: roundPoints(change.low),
    changeHigh: roundPoints(change.high),
    conclusion: paperWord(change.isConclusive ? 'file.conclusive' : 'file.inconclusive'),
  }
}

/** No count of people stands behind a weighted rate, and no interval; its dossiers are those of the units in it. */
function weightedLine(
  { rate, units, covered }: Weighted,
  period: Period,
  { key }: FigureRow,
): TotalLine {
  return {
    table: paperWord('indicator.weighted'),
    key,
    label: paperWord('weighted.units', { units: String(units) }),
    period,
    status: '',
    row: null,
    values: { ...noValues, rate: roundEnd(rate, 2) / 10_000, dossiers: covered },
    besides: {},
  }
}

function mixLine(table: string, label: string, one: MixRow<string>, period: Period): TotalLine {
  const { key, n, forms } = one
  const status = n === undefined ? hiddenWord('suppressed') : ''
  const values = { ...noValues, n: n ?? null }
  const besides = forms ? formsBeside(forms) : {}
  return { table, key, label, period, status, row: null, values, besides }
}

const formsBeside = ({ handedOut, returned, invalid }: Forms): Besides => ({
  handedOut,
  ...(returned === null ? {} : { returned }),
  ...(invalid === null ? {} : { invalidForms: invalid }),
})
