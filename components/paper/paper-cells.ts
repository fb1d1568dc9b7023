import type { Coverage, FigureRow } from '@/domain/figure'
import { formatFraction, formatRate } from '@/domain/number-format'
import type { Rate } from '@/domain/rate'
import { translator } from '@/lib/i18n'

const t = translator('vi')

/** A table as it is printed: every cell is its text. A row's `rest`, if any, fills the cells that are missing. */
export type PaperTable = Readonly<{
  title: string
  columns: readonly string[]
  rows: readonly PaperRow[]
}>

export type PaperRow = Readonly<{ cells: readonly string[]; rest?: string; isTotal?: true }>

/** A row whose numbers are hidden or missing says so. */
export const wordRow = ({ label, status }: FigureRow): PaperRow => ({
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
