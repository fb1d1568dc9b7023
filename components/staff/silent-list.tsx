import box from '@/components/ui/box.module.css'
import { formatCount } from '@/domain/number-format'
import type { Translate } from '@/lib/i18n'
import { sayAgo } from './device-words'
import styles from './row-list.module.css'

type Shown = Readonly<{ id: number; name: string; unit: string; lastSeenAt: number }>

/** So many are named; the page about tablets has all. */
const named = 10

/** Tablets that have not been heard of lately, the longest silent first. */
export function SilentList(props: {
  t: Translate
  devices: readonly Shown[]
  hours: number
  now: number
}) {
  const { t, devices, hours, now } = props
  return (
    <section className={styles.section} aria-labelledby="silent">
      <h2 id="silent">{t('health.tablets.title')}</h2>
      <p>
        {devices.length === 0
          ? t('health.tablets.none', { hours })
          : t('health.tablets.some', { n: formatCount(devices.length, t.locale), hours })}
      </p>
      {devices.length > 0 && (
        <ul className={box.frame}>
          {devices.slice(0, named).map(({ id, name, unit, lastSeenAt }) => (
            <li key={id} className={styles.row}>
              <p>
                <a href={`/dashboard/devices/${id}`}>{name}</a>
                <small>{unit}</small>
              </p>
              <span>{sayAgo(lastSeenAt, now, t)}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/dashboard/devices">{t('health.tablets.all')}</a>
      </p>
    </section>
  )
}
