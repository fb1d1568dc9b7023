import type { Locale } from '@/domain/survey'
import type { Translate } from '@/lib/i18n'
import styles from './change-table.module.css'
import { WideTable } from './wide-table'

type ChangeLine = Readonly<{
  key: string
  label: string
  before: string
  after: string
  size: string
}>

/** Groups whose figures differ: when closed, and today. */
export function ChangeTable(props: {
  title: string
  lines: readonly ChangeLine[]
  /** The language of the labels, where it is not that of the page. */
  labelLang?: Locale | undefined
  t: Translate
}) {
  const { t } = props
  return (
    <WideTable label={props.title}>
      <thead>
        <tr>
          <th scope="col">{t('closings.since.group')}</th>
          <th scope="col">{t('closings.since.before')}</th>
          <th scope="col">{t('closings.since.after')}</th>
          <th scope="col">{t('closings.since.size')}</th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map((line) => (
          <tr key={line.key}>
            <th scope="row" lang={props.labelLang}>
              {line.label}
            </th>
            <td className={styles.figure}>{line.before}</td>
            <td className={styles.figure}>{line.after}</td>
            <td className={styles.figure}>{line.size}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
