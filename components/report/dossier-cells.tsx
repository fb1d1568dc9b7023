import { formatCount, formatFraction, formatRate } from '@/domain/number-format'
import type { Rate } from '@/domain/rate'
import type { Locale } from '@/domain/survey'
import type { Translate } from '@/lib/i18n'
import styles from './dossiers.module.css'

export type Shares = Readonly<{
  counts: Readonly<{ received: number | null; resolved: number | null }>
  onTimeOfReceived: Rate | null
  onTimeOfResolved: Rate | null
  inProgressOfReceived: Rate | null
}>

/** Numbers and shares of one unit, or why there are none. */
export function DossierCells(props: { shares: Shares | null; locale: Locale; t: Translate }) {
  const { shares, locale, t } = props
  if (!shares) return <td colSpan={5}>{t('figures.page.dossiers.notExact')}</td>
  const count = (value: number | null) =>
    value === null ? t('figures.page.dossiers.unknown') : formatCount(value, locale)
  const of = (rate: Rate | null, base: 'ofReceived' | 'ofResolved') =>
    rate ? (
      <DossierShare
        rate={formatRate(rate, locale)}
        base={t(`figures.page.dossiers.${base}`, { fraction: formatFraction(rate, locale) })}
      />
    ) : (
      t('figures.page.dossiers.unknown')
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

function DossierShare({ rate, base }: { rate: string; base: string }) {
  return (
    <>
      <span className={styles.rate}>{rate}</span> <span className={styles.base}>{base}</span>
    </>
  )
}
