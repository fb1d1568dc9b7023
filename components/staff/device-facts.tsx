import type { ReactNode } from 'react'
import { isSilent } from '@/domain/device'
import { formatMoment } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import styles from './device-facts.module.css'
import { countOf, keptOf, type ShownDevice, sayAgo, storageOf } from './device-words'

type Props = Readonly<{ t: Translate; device: ShownDevice; hours: number; now: number }>

/** How a tablet is, as it last told itself; what needs somebody to look is said in words. */
export function DeviceFacts({ t, device, hours, now }: Props) {
  const ago = (at: number) => sayAgo(at, now, t)
  return (
    <dl className={styles.facts}>
      <Fact name={t('label.state')}>
        <State device={device} hours={hours} now={now} t={t} />
      </Fact>
      <Fact name={t('devices.facts.lastSeen')}>
        {ago(device.lastSeenAt)}
        <small>{formatMoment(device.lastSeenAt)}</small>
      </Fact>
      <Fact name={t('devices.facts.queue')}>
        {countOf(device.queueLength, t)}
        {device.oldestWaitingAt !== null && (
          <small>{t('devices.facts.oldest', { ago: ago(device.oldestWaitingAt) })}</small>
        )}
      </Fact>
      <Fact name={t('devices.facts.quarantine')}>
        {countOf(device.quarantineLength, t)}
        {(device.quarantineLength ?? 0) > 0 && <small>{t('devices.facts.quarantineLook')}</small>}
      </Fact>
      <Fact name={t('devices.facts.storage')}>
        {storageOf(device.storageFree, t)}
        <small>{keptOf(device, t)}</small>
      </Fact>
      <Fact name={t('devices.facts.version')}>
        {device.appVersion ?? t('devices.facts.unknown')}
      </Fact>
      <Fact name={t('devices.facts.surveys')}>{device.surveys.join(', ')}</Fact>
      <Fact name={t('devices.facts.enrolled')}>{formatMoment(device.enrolledAt)}</Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
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
