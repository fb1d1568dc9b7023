import type { Channel, Mode } from '@/domain/door'
import type { MixRow } from '@/domain/figure'
import { formatCount } from '@/domain/number-format'
import type { Locale } from '@/domain/survey'
import { type Translate, translator } from '@/lib/i18n'
import styles from './mix.module.css'

type Props =
  | { of: 'channel'; rows: readonly MixRow<Channel>[]; locale: Locale }
  | { of: 'mode'; rows: readonly MixRow<Mode | 'unknown'>[]; locale: Locale }

/** Through which channel, or how, the responses came in; one line each. */
export function Mix(props: Props) {
  const t = translator(props.locale)
  const lines =
    props.of === 'channel'
      ? props.rows.map(({ key, n }) => ({ label: t(`figures.channel.${key}`), n }))
      : props.rows.map(({ key, n }) => ({ label: modeName(key, t), n }))
  if (lines.length === 0) return <dd className={styles.hidden}>—</dd>
  return lines.map(({ label, n }) => (
    <dd key={label} className={styles.line}>
      <span>{label}</span>
      {n === undefined ? (
        <span className={styles.hidden}>{t('figures.page.state.suppressed')}</span>
      ) : (
        <span>{formatCount(n, props.locale)}</span>
      )}
    </dd>
  ))
}

const modeName = (mode: Mode | 'unknown', t: Translate): string =>
  mode === 'unknown' ? t('figures.row.unknown.mode') : t(`figures.mode.${mode}`)
