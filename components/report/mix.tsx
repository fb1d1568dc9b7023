import type { Channel, Mode } from '@/domain/door'
import type { MixRow } from '@/domain/figure'
import { formatCount } from '@/domain/number-format'
import { modeName } from '@/lib/figure-words'
import type { Translate } from '@/lib/i18n'
import styles from './mix.module.css'

type Props =
  | { of: 'channel'; rows: readonly MixRow<Channel>[]; t: Translate }
  | { of: 'mode'; rows: readonly MixRow<Mode | 'unknown'>[]; t: Translate }
  | { of: 'word'; rows: readonly Readonly<{ label: string; text: string }>[]; t: Translate }

/** A name and a number in each line: through which channel, or how, the responses came in. */
export function Mix(props: Props) {
  const lines = linesOf(props)
  if (lines.length === 0) return <dd className={styles.hidden}>—</dd>
  return lines.map(({ label, text }) => (
    <dd key={label} className={styles.line}>
      <span>{label}</span>
      <span>{text}</span>
    </dd>
  ))
}

function linesOf(props: Props): readonly Readonly<{ label: string; text: string }>[] {
  const { t } = props
  const textOf = (n: number | undefined) =>
    n === undefined ? t('figures.page.state.suppressed') : formatCount(n, t.locale)
  if (props.of === 'word') return props.rows
  if (props.of === 'mode')
    return props.rows.map(({ key, n }) => ({ label: modeName(key, t), text: textOf(n) }))
  return props.rows.map(({ key, n }) => ({ label: t(`figures.channel.${key}`), text: textOf(n) }))
}
