import box from '@/components/ui/box.module.css'
import { formatCount } from '@/domain/number-format'
import { type Day, formatDay } from '@/domain/period'
import type { RefusalKind } from '@/domain/refusal'
import type { Translate } from '@/lib/i18n'
import styles from './row-list.module.css'

export type Props = Readonly<{ t: Translate; refusals: readonly Shown[] }>

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
export function DayRows({ day, t, refusals }: Props & Readonly<{ day: Day }>) {
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
