import { Notice } from '@/components/ui/notice'
import { formatCount } from '@/domain/number-format'
import { type Day, formatDay } from '@/domain/period'
import { type RefusalKind, refusalDays } from '@/domain/refusal'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import styles from './row-list.module.css'

type Shown = Readonly<{
  day: Day
  kind: RefusalKind
  n: number
  at: Readonly<{
    door: string | null
    device: Readonly<{ id: number; name: string }> | null
    unit: string
    desk: string | null
  }> | null
}>

type Props = Readonly<{ locale: Locale; refusals: readonly Shown[] }>

/** So many days stand open; the earlier ones are folded away. */
const daysOpen = 7

/** What was turned away, day by day. */
export function RefusalDays({ locale, refusals }: Props) {
  const t = translator(locale)
  const days = [...new Set(refusals.map(({ day }) => day))]
  const list = (some: readonly Day[]) =>
    some.map((day) => (
      <DayRows
        key={day}
        day={day}
        locale={locale}
        refusals={refusals.filter((one) => one.day === day)}
      />
    ))
  const older = days.slice(daysOpen)
  return (
    <section className={styles.section} aria-labelledby="refusals">
      <h2 id="refusals">{t('limits.counts.title')}</h2>
      {days.length === 0 && (
        <Notice>
          <p>{t('limits.counts.empty', { n: refusalDays })}</p>
        </Notice>
      )}
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

function DayRows({ day, locale, refusals }: Props & Readonly<{ day: Day }>) {
  const t = translator(locale)
  return (
    <>
      <h3>{formatDay(day)}</h3>
      <ul className={styles.rows}>
        {refusals.map((one) => (
          <li
            key={`${one.kind} ${one.at?.door ?? ''} ${one.at?.device?.id ?? ''}`}
            className={styles.row}
          >
            <p>
              <What locale={locale} refusal={one} />
              {one.at && (
                <small>{[one.at.unit, one.at.desk].filter((part) => part).join(' · ')}</small>
              )}
            </p>
            <strong>{t('limits.counts.number', { n: formatCount(one.n, locale) })}</strong>
          </li>
        ))}
      </ul>
    </>
  )
}

function What({ locale, refusal: { kind, at } }: { locale: Locale; refusal: Shown }) {
  const t = translator(locale)
  if (kind === 'door') {
    return at?.door ? t('limits.kind.door', { door: at.door }) : t('limits.kind.otherDoor')
  }
  if (kind !== 'device') return t(`limits.kind.${kind}`)
  if (!at?.device) return t('limits.kind.otherDevice')
  const { id, name } = at.device
  return <a href={`/dashboard/devices/${id}`}>{t('limits.kind.device', { name })}</a>
}
