import box from '@/components/ui/box.module.css'
import { Notice } from '@/components/ui/notice'
import { formatCount } from '@/domain/number-format'
import { type Day, formatDay } from '@/domain/period'
import { type RefusalKind, refusalDays } from '@/domain/refusal'
import type { Translate } from '@/lib/i18n'
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

type Props = Readonly<{ t: Translate; refusals: readonly Shown[] }>

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

/** What was turned away on one day. */
function DayRows({ day, t, refusals }: Props & Readonly<{ day: Day }>) {
  return (
    <>
      <h3>{formatDay(day)}</h3>
      <ul className={box.frame}>
        {refusals.map((one) => (
          <li
            key={`${one.kind} ${one.at?.door ?? ''} ${one.at?.device?.id ?? ''}`}
            className={styles.row}
          >
            <p>
              <What t={t} refusal={one} />
              {one.at && (
                <small>{[one.at.unit, one.at.desk].filter((part) => part).join(' · ')}</small>
              )}
            </p>
            <strong>{t('limits.counts.number', { n: formatCount(one.n, t.locale) })}</strong>
          </li>
        ))}
      </ul>
    </>
  )
}

function What({ t, refusal: { kind, at } }: { t: Translate; refusal: Shown }) {
  if (kind === 'door') {
    return at?.door ? t('limits.kind.door', { door: at.door }) : t('limits.kind.otherDoor')
  }
  if (kind !== 'device') return t(`limits.kind.${kind}`)
  if (!at?.device) return t('limits.kind.otherDevice')
  const { id, name } = at.device
  return <a href={`/dashboard/devices/${id}`}>{t('limits.kind.device', { name })}</a>
}
