import box from '@/components/ui/box.module.css'
import type { FigureRow } from '@/domain/figure'
import { formatFraction } from '@/domain/number-format'
import type { Translate } from '@/lib/i18n'

/** Counts for reference under the columns of rate and numbers, or that there is nothing to show. */
export function StatusCells({ row, t, rest }: { row: FigureRow; t: Translate; rest: number }) {
  if (row.status !== 'reference') return <StatusCell row={row} t={t} span={rest + 2} />
  return (
    <>
      <td className={box.soft} data-kind="number">
        {t('figures.page.state.referenceCell')}
      </td>
      <td data-kind="number">{formatFraction(row, t.locale)}</td>
      <td colSpan={rest} />
    </>
  )
}

/** Across the columns that would hold figures: that there is nothing to show. */
export function StatusCell(props: { row: FigureRow; t: Translate; span: number }) {
  const { row, t, span } = props
  const word = row.status === 'none' ? 'figures.page.state.none' : 'figures.page.state.suppressed'
  return (
    <td colSpan={span} className={box.soft}>
      {t(word)}
    </td>
  )
}
