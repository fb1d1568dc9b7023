import { Fact } from '@/components/ui/fact'
import { isSilent } from '@/domain/device'
import { formatMoment } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import styles from './device-facts.module.css'
import { countOf, keptOf, type ShownDevice, sayAgo, storageOf } from './device-words'

type Props = Readonly<{ t: Translate; device: ShownDevice; hours: number; now: number }>

/** How a tablet is, as it last told itself; what needs somebody to look is said in words. */
export function DeviceFacts({ t, device, hours, now }: Props) {
  const oldest = device.oldestWaitingAt
  const ago = (at: number) => sayAgo(at, now, t)
  return (
    <dl className={styles.facts}>
      <Fact name={t('label.state')}>
        <State device={device} hours={hours} now={now} t={t} />
      </Fact>
      <Fact name={t('devices.facts.lastSeen')} small={formatMoment(device.lastSeenAt)}>
        {ago(device.lastSeenAt)}
      </Fact>
      <Fact
        name={t('devices.facts.queue')}
        small={oldest === null ? '' : t('devices.facts.oldest', { ago: ago(oldest) })}
      >
        {countOf(device.queueLength, t)}
      </Fact>
      <Fact
        name={t('devices.facts.quarantine')}
        small={(device.quarantineLength ?? 0) > 0 ? t('devices.facts.quarantineLook') : ''}
      >
        {countOf(device.quarantineLength, t)}
      </Fact>
      <Fact name={t('devices.facts.storage')} small={keptOf(device, t)}>
        {storageOf(device.storageFree, t)}
      </Fact>
      <Fact name={t('devices.facts.version')}>
        {device.appVersion ?? t('devices.facts.unknown')}
      </Fact>
      <Fact name={t('devices.facts.surveys')}>{device.surveys.join(', ')}</Fact>
      <Fact name={t('devices.facts.enrolled')}>{formatMoment(device.enrolledAt)}</Fact>
    </dl>
  )
}

function State({ device, hours, now, t }: Props) {
  if (device.revokedAt !== null) {
    return (
      <>
        <strong className={styles.ended}>{t('devices.state.revoked')}</strong>
        <small>{formatMoment(device.revokedAt)}</small>
      </>
    )
  }
  if (isSilent(device.lastSeenAt, now, hours)) {
    return (
      <>
        <strong className={styles.silent}>{t('devices.state.silent')}</strong>
        <small>{t('devices.state.silentLook')}</small>
      </>
    )
  }
  const isNew = device.reportedAt === null
  return <strong>{t(isNew ? 'devices.state.enrolled' : 'devices.state.heard')}</strong>
}
