import { Notice } from '@/components/ui/notice'
import type { BackupFault, BackupState } from '@/domain/backup-schedule'
import { formatMoment } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import { sayAgo } from './device-words'

type Props = Readonly<{
  t: Translate
  state: BackupState
  /** When the newest copy was made; undefined where there is none. */
  newestAt: number | undefined
  failed: Readonly<{ at: number; fault: BackupFault }> | undefined
  now: number
}>

const tones = {
  good: 'plain',
  soon: 'plain',
  late: 'caution',
  none: 'caution',
  failed: 'danger',
} as const

/** Whether copies are made, in one sentence where all is well; else what is wrong and what to do. */
export function BackupNotice({ t, state, newestAt, failed, now }: Props) {
  const newest = newestAt !== undefined && (
    <p>
      {t('health.backup.newest', { at: formatMoment(newestAt), ago: sayAgo(newestAt, now, t) })}
    </p>
  )
  if (state === 'good') {
    return <Notice>{t('health.backup.good', { ago: sayAgo(newestAt ?? now, now, t) })}</Notice>
  }
  if (state === 'soon') {
    return (
      <Notice>
        <p>{t('health.backup.soon')}</p>
        {newest}
      </Notice>
    )
  }
  return (
    <Notice tone={tones[state]} title={t(`health.backup.${state}`)}>
      {failed ? (
        <>
          <p>{t(`health.fault.${failed.fault}`)}</p>
          <p>{t('health.backup.tried', { at: formatMoment(failed.at) })}</p>
        </>
      ) : (
        <p>{t('health.backup.lateText')}</p>
      )}
      {newest}
    </Notice>
  )
}
