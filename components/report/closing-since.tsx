import { formatDay, localDay, localTime } from '@/domain/period'
import { hasChanged, type ReportChange } from '@/domain/snapshot/change'
import type { Locale } from '@/domain/survey'
import { coverageWords } from '@/lib/figure-words'
import type { Translate } from '@/lib/i18n'
import { lineOf, linesOf, type Moves } from './closing-moves'
import styles from './closing-since.module.css'
import { Section } from './section'
import { WideTable } from './wide-table'

/** What has changed since a period was closed: what came and went, and today's figures as far as they may be told. */
export function ClosingSince(props: { since: Moves; asOf: number; t: Translate }) {
  const { since, asOf, t } = props
  const { change } = since
  const at = { time: localTime(asOf), day: formatDay(localDay(asOf)) }
  const lines = linesOf(since, t)
  const isSame = lines.length === 0 && !hasChanged(change)
  return (
    <Section title={t('closings.since.title')} note={t('closings.since.note', at)}>
      {isSame && <p>{t('closings.since.nothing')}</p>}
      {lines.length > 0 && (
        <ul className={styles.lines}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {change.kind === 'compared' && <Compared change={change} t={t} />}
    </Section>
  )
}

function Compared(props: { change: Extract<ReportChange, { kind: 'compared' }>; t: Translate }) {
  const { change, t } = props
  const { total, coverage, breakdowns } = change
  const head = [
    ...(total ? [{ ...lineOf(total, t), label: t('closings.since.total') }] : []),
    ...(coverage
      ? [
          {
            key: 'coverage',
            label: t('figures.page.beside.coverage'),
            before: coverageWords(coverage.before, t),
            after: coverageWords(coverage.after, t),
            size: '',
          },
        ]
      : []),
  ]
  return (
    <>
      {head.length > 0 && <ChangeTable title={t('closings.since.table')} lines={head} t={t} />}
      {breakdowns.length > 0 && (
        <details>
          <summary>{t('closings.since.detail')}</summary>
          {breakdowns.map(({ by, rows }) =>
            by === 'total' ? null : (
              <div key={by} className={styles.breakdown}>
                <h3>{t(`figures.page.by.${by}`)}</h3>
                <ChangeTable
                  title={t(`figures.page.by.${by}`)}
                  lines={rows.map((row) => lineOf(row, t))}
                  labelLang="vi"
                  t={t}
                />
              </div>
            ),
          )}
        </details>
      )}
    </>
  )
}

type ChangeLine = Readonly<{
  key: string
  label: string
  before: string
  after: string
  size: string
}>

/** Groups whose figures differ: when closed, and today. */
function ChangeTable(props: {
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
