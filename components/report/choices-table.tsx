import type { FigureRow } from '@/domain/figure'
import { formatCount } from '@/domain/number-format'
import { bottomTwoBox, neutralBox, type Rate, topTwoBox } from '@/domain/rate'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { StatusCell } from './row-cells'
import { Share } from './share'
import { WideTable } from './wide-table'

/** Who chose what, by how satisfied they were on the whole. Nobody's choice is left out or ranked. */
export function ChoicesTable(props: {
  title: string
  heading: string
  rows: readonly FigureRow[]
  locale: Locale
}) {
  const { rows, locale } = props
  const t = translator(locale)
  return (
    <WideTable label={props.title}>
      <thead>
        <tr>
          <th scope="col">{props.heading}</th>
          <th scope="col">{t('figures.page.column.people')}</th>
          <th scope="col">{t('figures.page.column.low')}</th>
          <th scope="col">{t('figures.page.column.middle')}</th>
          <th scope="col">{t('figures.page.column.high')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            <ChoiceCells row={row} locale={locale} />
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

function ChoiceCells({ row, locale }: { row: FigureRow; locale: Locale }) {
  if (row.status === 'none' || row.status === 'suppressed') {
    return <StatusCell row={row} locale={locale} span={4} />
  }
  const { levels, n, status } = row
  const boxes = [bottomTwoBox(levels), neutralBox(levels), topTwoBox(levels)]
  return (
    <>
      <td>{formatCount(n, locale)}</td>
      {boxes.map((rate, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three columns that never move
        <td key={index}>
          <Count rate={rate} locale={locale} isRated={status === 'ok'} />
        </td>
      ))}
    </>
  )
}

function Count(props: { rate: Rate; locale: Locale; isRated: boolean }) {
  return props.isRated ? (
    <Share rate={props.rate} locale={props.locale} />
  ) : (
    formatCount(props.rate.k, props.locale)
  )
}
