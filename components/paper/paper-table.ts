import type { DossierShares, DossierTable } from '@/domain/dossier-table'
import type { By, Coverage, FigureRow, Figures } from '@/domain/figure'
import { formatCount, formatFraction, formatInterval, formatRate } from '@/domain/number-format'
import { bottomTwoBox, neutralBox, type Rate, topTwoBox } from '@/domain/rate'
import type { Report } from '@/domain/report'
import { translator } from '@/lib/i18n'
import { paperWord } from '@/lib/paper-words'

/** A table as it is printed: every cell is its text. A row's `rest`, if any, fills the cells that are missing. */
export type PaperTable = Readonly<{
  title: string
  columns: readonly string[]
  rows: readonly PaperRow[]
}>

export type PaperRow = Readonly<{ cells: readonly string[]; rest?: string; isTotal?: true }>

const t = translator('vi')

/** The tables of these breakdowns in this order, without those in which there is nothing. */
export const listTables = (report: Report, wanted: readonly By[]): PaperTable[] =>
  wanted
    .flatMap((by) => report.breakdowns.filter((one) => one.by === by))
    .filter(isTelling)
    .flatMap((figures) => tableOf(figures) ?? [])

/** The same in fewer lines: groups without any number share the last ones, those that are hidden and those that are empty. */
export function listShortTables(report: Report, wanted: readonly By[]): PaperTable[] {
  return wanted
    .flatMap((by) => report.breakdowns.filter((one) => one.by === by))
    .filter(isTelling)
    .filter(({ rows }) => rows.filter(({ status }) => status !== 'none').length > 1)
    .flatMap(toShortTable)
}

/** Nothing where no group has a number. */
function toShortTable(figures: Figures): PaperTable[] {
  const { rows } = figures
  const counted = rows.filter(({ status }) => status === 'ok' || status === 'reference')
  const table = counted.length > 0 ? tableOf({ ...figures, rows: counted }) : null
  if (!table) return []
  const others = (['suppressed', 'none'] as const).flatMap((status) => {
    const names = rows.filter((row) => row.status === status).map(({ label }) => label)
    const cells = [t(`figures.page.state.${status}`)]
    return names.length > 0 ? [{ cells, rest: names.join('; ') }] : []
  })
  return [{ ...table, rows: [...table.rows, ...others] }]
}

/** The dossiers of each unit, or null where no unit has any for exactly the period. */
export function dossierTable({ rows, total }: DossierTable): PaperTable | null {
  if (rows.every(({ shares }) => shares === null)) return null
  const lines = rows.map(({ unit, shares }) => dossierRow(unit.name, shares))
  const sum = { ...dossierRow(t('figures.page.dossiers.total'), total), isTotal: true as const }
  return {
    title: paperWord('part.dossiers'),
    columns: [
      t('figures.page.column.unit'),
      paperWord('column.received'),
      paperWord('column.resolved'),
      paperWord('column.onTimeOfReceived'),
      paperWord('column.onTimeOfResolved'),
      paperWord('column.inProgress'),
    ],
    rows: total && rows.length > 1 ? [...lines, sum] : lines,
  }
}

/** A table says nothing where nobody is in it, or where everybody is in its one row. */
function isTelling({ by, rows }: Figures): boolean {
  const filled = rows.filter((row) => row.status !== 'none')
  if (by === 'desk') return filled.some((row) => !row.key.endsWith('unknown'))
  return filled.length > 0 && (by === 'reason' || by === 'channel' || rows.length > 1)
}

function tableOf(figures: Figures): PaperTable | null {
  const { by, rows } = figures
  if (by === 'total') return null
  const title = t(`figures.page.by.${by}`)
  const heading = t(`figures.page.column.${by}`)
  return by === 'reason' || by === 'fact'
    ? choiceTable(title, heading, rows)
    : rateTable(figures, title, heading)
}

function choiceTable(title: string, heading: string, rows: readonly FigureRow[]): PaperTable {
  return {
    title,
    columns: [
      heading,
      paperWord('column.people'),
      paperWord('column.levelsLow'),
      paperWord('column.levelsMiddle'),
      paperWord('column.levelsHigh'),
    ],
    rows: rows.map((row) => {
      if (row.status === 'none' || row.status === 'suppressed') return wordRow(row)
      const boxes = [bottomTwoBox(row.levels), neutralBox(row.levels), topTwoBox(row.levels)]
      const isRated = row.status === 'ok'
      const shares = boxes.map((box) => (isRated ? rateOf(box) : formatCount(box.k, 'vi')))
      return { cells: [row.label, formatCount(row.n, 'vi'), ...shares] }
    }),
  }
}

function rateTable({ by, rows }: Figures, title: string, heading: string): PaperTable {
  const withInterval = by !== 'factor'
  const withCoverage = rows.some(({ coverage }) => coverage && coverage.status !== 'no-statistics')
  const columns = [
    heading,
    paperWord(by === 'factor' ? 'column.shareAnswers' : 'column.share'),
    paperWord('column.rate'),
    ...(withInterval ? [paperWord('column.interval')] : []),
    paperWord('column.low'),
    ...(withCoverage ? [paperWord('column.coverage')] : []),
  ]
  return {
    title,
    columns,
    rows: rows.map((row) => {
      if (row.status === 'none' || row.status === 'suppressed') return wordRow(row)
      const counted = [row.label, formatFraction(row, 'vi')]
      if (row.status === 'reference') {
        return { cells: counted, rest: t('figures.page.state.referenceCell') }
      }
      const { low, high } = row
      const interval = low === null || high === null ? '' : formatInterval({ low, high }, 'vi')
      return {
        cells: [
          ...counted,
          formatRate(row, 'vi'),
          ...(withInterval ? [interval] : []),
          rateOf(bottomTwoBox(row.levels)),
          ...(withCoverage ? [coverageWords(row.coverage)] : []),
        ],
      }
    }),
  }
}

const wordRow = ({ label, status }: FigureRow): PaperRow => ({
  cells: [label],
  rest: t(status === 'none' ? 'figures.page.state.none' : 'figures.page.state.suppressed'),
})

/** `12,50% (300/2.400)`, or why there is none. */
export function coverageWords(coverage: Coverage | undefined): string {
  if (coverage?.status === 'ok' || coverage?.status === 'over') {
    return rateOf({ k: coverage.n, n: coverage.dossiers })
  }
  const isHidden = coverage?.status === 'suppressed'
  return t(isHidden ? 'figures.page.state.suppressed' : 'figures.page.beside.coverageNone')
}

/** A percentage with the two numbers it comes from. */
export const rateOf = (rate: Rate): string =>
  `${formatRate(rate, 'vi')} (${formatFraction(rate, 'vi')})`

function dossierRow(label: string, shares: DossierShares | null): PaperRow {
  if (!shares) return { cells: [label], rest: t('figures.page.dossiers.notExact') }
  const count = (value: number | null) =>
    value === null ? t('figures.page.dossiers.unknown') : formatCount(value, 'vi')
  const share = (rate: Rate | null) => (rate ? rateOf(rate) : t('figures.page.dossiers.unknown'))
  return {
    cells: [
      label,
      count(shares.counts.received),
      count(shares.counts.resolved),
      share(shares.onTimeOfReceived),
      share(shares.onTimeOfResolved),
      share(shares.inProgressOfReceived),
    ],
  }
}
