import box from '@/components/ui/box.module.css'
import { Notice } from '@/components/ui/notice'
import { isSilent } from '@/domain/device'
import type { Translate } from '@/lib/i18n'
import { DeviceFacts } from './device-facts'
import styles from './device-list.module.css'
import type { ShownDevice } from './device-words'

type Listed = ShownDevice & Readonly<{ id: number; name: string; unit: string; desk: string }>

/** The tablets, those that are silent first, those that were revoked folded away. */
export function DeviceList(props: {
  t: Translate
  devices: readonly Listed[]
  hours: number
  now: number
}) {
  const { t, devices, hours, now } = props
  const enrolled = devices.filter(({ revokedAt }) => revokedAt === null)
  const revoked = devices.filter(({ revokedAt }) => revokedAt !== null)
  const silent = enrolled.filter(({ lastSeenAt }) => isSilent(lastSeenAt, now, hours))
  const heard = enrolled.filter((device) => !silent.includes(device))
  const cards = (some: readonly Listed[]) => (
    <ul className={`${box.stack} ${styles.list}`}>
      {some.map((device) => (
        <Card key={device.id} device={device} t={t} hours={hours} now={now} />
      ))}
    </ul>
  )
  return (
    <section className={box.stack} aria-labelledby="device-list">
      <h2 id="device-list">{t('devices.list.title')}</h2>
      {enrolled.length === 0 && <Notice>{t('devices.list.empty')}</Notice>}
      {silent.length > 0 && (
        <Notice tone="caution">{t('devices.list.silent', { n: silent.length, hours })}</Notice>
      )}
      {enrolled.length > 0 && cards([...silent, ...heard])}
      {revoked.length > 0 && (
        <details>
          <summary>{t('devices.list.revoked', { n: revoked.length })}</summary>
          {cards(revoked)}
        </details>
      )}
    </section>
  )
}

function Card(props: { device: Listed; t: Translate; hours: number; now: number }) {
  const { device, t } = props
  const href = `/dashboard/devices/${device.id}`
  return (
    <li className={box.card}>
      <div className={`${box.touches} ${styles.head}`}>
        <div>
          <h3>{device.name}</h3>
          <p className={styles.place}>
            {`${device.unit} · ${device.desk} · ${t('devices.list.number', { id: device.id })}`}
          </p>
        </div>
        <a href={href} aria-label={t('devices.list.openNamed', { name: device.name })}>
          {t('devices.list.open')}
        </a>
      </div>
      <DeviceFacts {...props} />
    </li>
  )
}
