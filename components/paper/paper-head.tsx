import type { Report } from '@/domain/report'
import styles from './paper.module.css'
import { headOf } from './paper-parts'

/** Whose report it is, of what and for whom. */
export function Head({ report }: { report: Report }) {
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
