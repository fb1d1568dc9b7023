import type { FigureRow } from '@/domain/figure'
import { formatFraction, formatRate } from '@/domain/number-format'
import { formatDay, formatDays, localDay, localTime, type Period } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import styles from './closing-list.module.css'
import { WideTable } from './wide-table'

export type ListedClosing = Readonly<{
  number: string
  href: string
  unit: string
  survey: string
  period: Period
  closedAt: number
  closedBy: string
  /** The total as it was; null where the content cannot be shown. */
  total: FigureRow | null
  state: 'same' | 'changed' | 'damaged' | 'unknown'
}>

/** Closed periods, newest first, each with its rate as it was and whether anything has changed since. */
export function ClosingList(props: { closings: readonly ListedClosing[]; t: Translate }) {
  const { closings, t } = props
  return (
    <div className={styles.list}>
      <WideTable label={t('closings.title')}>
        <thead>
          <tr>
            <th scope="col">{t('closings.column.number')}</th>
            <th scope="col">{t('closings.column.place')}</th>
            <th scope="col">{t('label.period')}</th>
            <th scope="col">{t('closings.column.rate')}</th>
            <th scope="col">{t('closings.column.at')}</th>
            <th scope="col">{t('closings.column.since')}</th>
          </tr>
        </thead>
        <tbody>
          {closings.map((one) => (
            <tr key={one.number}>
              <th scope="row">
                <a href={one.href}>{one.number}</a>
              </th>
              <td className={styles.place}>
                <span lang="vi">{one.unit}</span>
                <small className={styles.small} lang="vi">
                  {one.survey}
                </small>
              </td>
              <td className={styles.days}>{t('closings.days', formatDays(one.period))}</td>
              <td className={styles.figure}>
                <TotalCell total={one.total} t={t} />
              </td>
              <td className={styles.made}>
                {t('closings.at', {
                  time: localTime(one.closedAt),
                  day: formatDay(localDay(one.closedAt)),
                })}
                <small className={styles.small}>{one.closedBy}</small>
              </td>
              <td className={`${styles.state} ${styles[one.state]}`}>
                {t(`closings.state.${one.state}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </div>
  )
}

/** The rate of the whole as it was closed. */
function TotalCell({ total, t }: { total: FigureRow | null; t: Translate }) {
  if (!total) return <>–</>
  if (total.status === 'none' || total.status === 'suppressed') {
    return <>{t(`figures.page.state.${total.status}`)}</>
  }
  if (total.status === 'reference') {
    return (
      <>
        {formatFraction(total, t.locale)} · {t('figures.page.state.referenceCell')}
      </>
    )
  }
  return (
    <>
      <strong>{formatRate(total, t.locale)}</strong>
      <small className={styles.small}>{formatFraction(total, t.locale)}</small>
    </>
  )
}
