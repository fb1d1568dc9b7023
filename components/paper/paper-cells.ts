import type { FigureRow } from '@/domain/figure'
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
