import type { Report } from '@/domain/report'
import { paperWord } from '@/lib/paper-words'
import styles from './paper.module.css'
import { indicatorTable } from './paper-indicators'
import { type ClosingMark, leftOutOf, notesOf } from './paper-notes'
import { headOf, levelTable, paragraphOf } from './paper-parts'
import { listShortTables } from './paper-table'
import { PaperTables } from './paper-tables'

/** As many breakdowns as a page holds. */
const mostTables = 2

/** The paragraph's element, for whoever copies it. */
export const paragraphId = 'report-paragraph'

/**
 * The report as an official paper of one A4 page unless there are very many units or desks; Word and Excel have every
 * table. Always Vietnamese, whatever the interface speaks. `closing` names the closing of a period whose stored report
 * this is.
 */
export function Paper({ report, closing }: { report: Report; closing?: ClosingMark }) {
  const levels = levelTable(report)
  const indicators = indicatorTable(report)
  const byUnit = listShortTables(report, ['unit'])
  const byPlace = byUnit.length > 0 ? byUnit : listShortTables(report, ['desk'])
  const others = listShortTables(report, ['factor', 'field', 'channel'])
  const leftOut = leftOutOf(report)
  return (
    <article className={styles.paper} lang="vi">
      <Head report={report} />
      <p className={styles.paragraph} id={paragraphId}>
        {paragraphOf(report)}
      </p>
      {levels && indicators && (
        <div className={styles.pair}>
          <PaperTables tables={[levels]} look="levels" />
          <PaperTables tables={[indicators]} look="indicators" />
        </div>
      )}
      <PaperTables tables={[...byPlace, ...others].slice(0, mostTables)} look="breakdown" />
      {leftOut.length > 0 && <Lines title={paperWord('part.leftOut')} lines={leftOut} />}
      <Lines
        title={paperWord('part.notes')}
        lines={notesOf(report, closing)}
        className={styles.notes}
      />
      <Signature />
    </article>
  )
}

function Lines(props: { title: string; lines: readonly string[]; className?: string | undefined }) {
  return (
    <section className={props.className}>
      <h2 className={styles.caption}>{props.title}</h2>
      <ul className={styles.lines}>
        {props.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

/** Place, day and name, to be filled in by hand. */
function Signature() {
  return (
    <footer className={styles.sign}>
      <div>
        <p className={styles.to}>{paperWord('sign.to')}</p>
        <p>{paperWord('sign.toLine')}</p>
        <p>{paperWord('sign.file')}</p>
      </div>
      <div className={styles.signer}>
        <p className={styles.strong}>{paperWord('sign.signer')}</p>
        <p>{paperWord('sign.signerNote')}</p>
      </div>
    </footer>
  )
}

/** Whose report it is, of what and for whom. */
function Head({ report }: { report: Report }) {
  const head = headOf(report)
  return (
    <header>
      <div className={styles.head}>
        <div>
          <p className={styles.strong}>{head.unit}</p>
          <p className={styles.rule} />
          <p>{head.number}</p>
        </div>
        <div>
          <p className={styles.strong}>{head.country}</p>
          <p className={styles.motto}>{head.motto}</p>
          <p className={styles.date}>{head.date}</p>
        </div>
      </div>
      <h1 className={styles.title}>
        {head.title}
        <span className={styles.subject}>{head.subject}</span>
      </h1>
      <p className={styles.scope}>{head.survey}</p>
      <p className={styles.scope}>{head.period}</p>
    </header>
  )
}
