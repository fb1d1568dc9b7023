import { Notice } from '@/components/ui/notice'
import { formatCount } from '@/domain/number-format'
import type { Translate } from '@/lib/i18n'
import styles from './list-findings.module.css'

const mostShown = 100

/** Everything that is wrong with a list, by row; `row` 0 is the file. */
export function ListFindings(props: {
  title: string
  findings: readonly Readonly<{ row: number; text: string }>[]
  t: Translate
}) {
  const { title, findings, t } = props
  const left = findings.length - mostShown
  return (
    <Notice tone="danger" title={title}>
      <ul className={styles.list}>
        {findings.slice(0, mostShown).map(({ row, text }) => (
          <li key={`${row} ${text}`}>
            {row > 0 && `${t('dossiers.at.row', { row })}: `}
            {text}
          </li>
        ))}
      </ul>
      {left > 0 && <p>{t('offices.import.more', { n: formatCount(left, t.locale) })}</p>}
      <p>{t('offices.import.again')}</p>
    </Notice>
  )
}
