import box from '@/components/ui/box.module.css'
import { Button } from '@/components/ui/button'
import { formatDay, localDay } from '@/domain/period'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import styles from './row-list.module.css'

type Shown = Readonly<{ id: number; range: string; label: string; by: string; addedAt: number }>

/** The networks for which no ceiling by address holds, each with the way to end that. */
export function RangeList({ locale, ranges }: { locale: Locale; ranges: readonly Shown[] }) {
  const t = translator(locale)
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
              <form method="post" action="/dashboard/limits/end">
                <input type="hidden" name="range" value={id} />
                <Button
                  type="submit"
                  look="quiet"
                  aria-label={t('limits.ranges.endNamed', { label })}
                >
                  {t('limits.ranges.end')}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
