import { Notice } from '@/components/ui/notice'
import { formatCount } from '@/domain/number-format'
import type { Translate } from '@/lib/i18n'
import styles from './list-findings.module.css'

const mostShown = 100

/** Everything that is wrong with a file, by row; `row` 0 is all of it. `n`: how many, where not all are among them. */
export function ListFindings(props: {
  /** Whose words these are. */
  of: 'offices' | 'fields' | 'dossiers'
  findings: readonly Readonly<{ row: number; text: string }>[]
  n?: number
  t: Translate
}) {
  const { of, findings, n = findings.length, t } = props
  const shown = findings.slice(0, mostShown)
  const others = of === 'dossiers' ? of : 'offices'
  return (
    <Notice tone="danger" title={t(`${of}.import.problems`, { n: formatCount(n, t.locale) })}>
      <ul className={styles.list}>
        {shown.map(({ row, text }) => (
          <li key={`${row} ${text}`}>
            {row > 0 && `${t('dossiers.at.row', { row })}: `}
            {text}
          </li>
        ))}
      </ul>
      {n > shown.length && (
        <p>{t(`${others}.import.more`, { n: formatCount(n - shown.length, t.locale) })}</p>
      )}
      <p>{t(`${others}.import.again`)}</p>
    </Notice>
  )
}
