import { BackupNotice } from '@/components/staff/backup-notice'
import { Notice } from '@/components/ui/notice'
import type { Health } from '@/db/installation/health'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import styles from './page.module.css'

/** What somebody has to do something about. */
export function Warnings({ health, locale, now }: { health: Health; locale: Locale; now: number }) {
  const t = translator(locale)
  const { backup, isWritingFailing } = health
  return (
    <div className={styles.notices}>
      {isWritingFailing && (
        <Notice tone="danger" title={t('health.writing.title')}>
          <p>{t('health.writing.text')}</p>
        </Notice>
      )}
      {backup ? (
        <BackupNotice locale={locale} now={now} newestAt={backup.copies[0]?.madeAt} {...backup} />
      ) : (
        <Notice>
          <p>{t('health.backup.server')}</p>
        </Notice>
      )}
    </div>
  )
}
