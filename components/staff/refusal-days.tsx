import { Notice } from '@/components/ui/notice'
import type { Day } from '@/domain/period'
import { refusalDays } from '@/domain/refusal'
import { DayRows, type Props } from './refusal-rows'
import styles from './row-list.module.css'

/** So many days stand open; the earlier ones are folded away. */
const daysOpen = 7

/** What was turned away, day by day. */
export function RefusalDays({ t, refusals }: Props) {
  const days = [...new Set(refusals.map(({ day }) => day))]
  const list = (some: readonly Day[]) =>
    some.map((day) => (
      <DayRows key={day} day={day} t={t} refusals={refusals.filter((one) => one.day === day)} />
    ))
  const older = days.slice(daysOpen)
  return (
    <section className={styles.section} aria-labelledby="refusals">
      <h2 id="refusals">{t('limits.counts.title')}</h2>
      {days.length === 0 && <Notice>{t('limits.counts.empty', { n: refusalDays })}</Notice>}
      {days.length > 0 && <p>{t('limits.counts.meaning')}</p>}
      {list(days.slice(0, daysOpen))}
      {older.length > 0 && (
        <details>
          <summary>{t('limits.counts.older', { n: older.length })}</summary>
          {list(older)}
        </details>
      )}
      {days.length > 0 && <p>{t('limits.counts.kept', { n: refusalDays })}</p>}
    </section>
  )
}
