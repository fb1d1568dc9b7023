import { Fragment } from 'react'
import type { FigureRow } from '@/domain/figure'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import styles from './rates-table.module.css'
import { RateCells } from './row-cells'
import { WideTable } from './wide-table'

/** Groups one under another, each with its rate, interval, dissatisfied rate and score. */
export function RatesTable(props: {
  title: string
  /** What the rows are. */
  heading: string
  rows: readonly FigureRow[]
  locale: Locale
  /** Where a row leads, if anywhere. */
  hrefFor?: (row: FigureRow) => string | undefined
}) {
  const { rows, locale } = props
  const t = translator(locale)
  const withInterval = rows.some((row) => row.status !== 'ok' || row.low !== null)
  const withCoverage = rows.some((row) => row.coverage !== undefined)
  const columns = 4 + (withInterval ? 2 : 0) + (withCoverage ? 1 : 0)
  return (
    <WideTable label={props.title}>
      <thead>
        <tr>
          <th scope="col">{props.heading}</th>
          <th scope="col">{t('figures.page.column.rate')}</th>
          {withInterval && (
            <th scope="colgroup" colSpan={2}>
              {t('figures.page.column.interval')}
            </th>
          )}
          <th scope="col">{t('figures.page.column.dissatisfied')}</th>
          <th scope="col">{t('figures.page.column.score')}</th>
          {withCoverage && <th scope="col">{t('figures.page.column.coverage')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.key}>
            {row.break && (
              <tr className={styles.break}>
                <th scope="rowgroup" colSpan={columns}>
                  {t('figures.page.note.break')}
                </th>
              </tr>
            )}
            <tr>
              <th scope="row">
                {row.tied && <span className={styles.tie}>≈ </span>}
                <RowLabel row={row} href={props.hrefFor?.(row)} />
              </th>
              <RateCells
                row={row}
                locale={locale}
                withInterval={withInterval}
                withCoverage={withCoverage}
              />
            </tr>
          </Fragment>
        ))}
      </tbody>
    </WideTable>
  )
}

function RowLabel({ row, href }: { row: FigureRow; href: string | undefined }) {
  return href ? <a href={href}>{row.label}</a> : row.label
}
