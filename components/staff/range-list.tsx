import box from '@/components/ui/box.module.css'
import { formatDay, localDay } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import { ActionForm } from './action-form'
import styles from './row-list.module.css'

type Shown = Readonly<{ id: number; range: string; label: string; by: string; addedAt: number }>

/** The networks for which no ceiling by address holds, each with the way to end that. */
export function RangeList({ t, ranges }: { t: Translate; ranges: readonly Shown[] }) {
  return (
    <section className={styles.section} aria-labelledby="ranges">
      <h2 id="ranges">{t('limits.ranges.title')}</h2>
      <p>{t('limits.ranges.note')}</p>
      {ranges.length === 0 && <p>{t('limits.ranges.empty')}</p>}
      {ranges.length > 0 && (
        <ul className={box.frame}>
          {ranges.map(({ id, range, label, by, addedAt }) => (
            <li key={id} className={styles.row}>
              <p>
                <strong>{label}</strong> · <span translate="no">{range}</span>
                <small>{t('limits.ranges.since', { day: formatDay(localDay(addedAt)), by })}</small>
              </p>
              <ActionForm
                action="/dashboard/limits/end"
                values={{ range: id }}
                label={t('limits.ranges.end')}
                name={t('limits.ranges.endNamed', { label })}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
