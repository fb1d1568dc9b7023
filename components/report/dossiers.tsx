import { formatCount, formatFraction, formatRate } from '@/domain/number-format'
import type { Rate } from '@/domain/rate'
import type { Translate } from '@/lib/i18n'
import styles from './dossiers.module.css'
import { RowsInTurn } from './in-turn'
import { WideTable } from './wide-table'

const columns = [
  'dossiers.group.received',
  'dossiers.group.resolved',
  'figures.page.dossiers.onTimeOfReceived',
  'figures.page.dossiers.onTimeOfResolved',
  'figures.page.dossiers.inProgress',
] as const

/** Received, resolved on time and in progress per unit, every percentage with both its numbers. */
export function Dossiers(props: {
  title: string
  rows: readonly Readonly<{ unit: { code: string; name: string }; shares: Shares | null }>[]
  total: Shares | null
  t: Translate
}) {
  const { rows, total, t } = props
  return (
    <WideTable label={props.title}>
      <thead>
        <tr>
          <th scope="col">{t('label.unit')}</th>
          {columns.map((word) => (
            <th key={word} scope="col" data-kind="number">
              {t(word)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <RowsInTurn rows={rows}>
          {({ unit, shares }) => (
            <tr key={unit.code}>
              <th scope="row">{unit.name}</th>
              <DossierCells shares={shares} t={t} />
            </tr>
          )}
        </RowsInTurn>
      </tbody>
      {total && rows.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row">{t('label.total')}</th>
            <DossierCells shares={total} t={t} />
          </tr>
        </tfoot>
      )}
    </WideTable>
  )
}

type Shares = Readonly<{
  counts: Readonly<{ received: number | null; resolved: number | null }>
  onTimeOfReceived: Rate | null
  onTimeOfResolved: Rate | null
  inProgressOfReceived: Rate | null
}>

/** Numbers and shares of one unit, or why there are none. */
function DossierCells(props: { shares: Shares | null; t: Translate }) {
  const { shares, t } = props
  if (!shares) return <td colSpan={5}>{t('figures.page.dossiers.notExact')}</td>
  const count = (value: number | null) =>
    value === null ? t('label.unknown') : formatCount(value, t.locale)
  const of = (rate: Rate | null, base: 'ofReceived' | 'ofResolved') =>
    rate ? (
      <>
        <span className={styles.rate}>{formatRate(rate, t.locale)}</span>{' '}
        <span className={styles.base}>
          {t(`figures.page.dossiers.${base}`, { fraction: formatFraction(rate, t.locale) })}
        </span>
      </>
    ) : (
      t('label.unknown')
    )
  return (
    <>
      <td data-kind="number">{count(shares.counts.received)}</td>
      <td data-kind="number">{count(shares.counts.resolved)}</td>
      <td data-kind="number">{of(shares.onTimeOfReceived, 'ofReceived')}</td>
      <td data-kind="number">{of(shares.onTimeOfResolved, 'ofResolved')}</td>
      <td data-kind="number">{of(shares.inProgressOfReceived, 'ofReceived')}</td>
    </>
  )
}
