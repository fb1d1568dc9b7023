import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { requireStaff } from '@/auth/session'
import { BackupNotice } from '@/components/staff/backup-notice'
import { CopyList } from '@/components/staff/copy-list'
import { PageHead } from '@/components/staff/page-head'
import { ServerFacts } from '@/components/staff/server-facts'
import { SilentList } from '@/components/staff/silent-list'
import box from '@/components/ui/box.module.css'
import { Notice } from '@/components/ui/notice'
import { getHealth, type Health, refusalSpan } from '@/db/installation/health'
import { formatCount } from '@/domain/number-format'
import type { Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../staff-page'
import styles from './page.module.css'

const path = '/dashboard/health'

export const generateMetadata = titled('health.title')

/** How the installation is: copies, room, what runs, tablets; for whoever administers all of it. */
export default async function HealthPage() {
  const scope = await requireStaff()
  const now = Date.now()
  const health = await getHealth(scope, now)
  if (!health) notFound()
  const t = await requestWords()
  const { backup, silence } = health
  return (
    <StaffPage scope={scope} t={t} current={path} address={path} className={box.parts}>
      <PageHead title={t('health.title')} intro={t('health.intro')} />
      <Warnings health={health} t={t} now={now} />
      <ServerFacts {...health} t={t} responses={backup?.copies[0]?.responses} />
      {backup && <CopyList t={t} copies={backup.copies} />}
      <SilentList t={t} now={now} {...silence} />
      <Refusals refusals={health.refusals} t={t} />
      <ChainHead head={health.chainHead} t={t} />
    </StaffPage>
  )
}

function Refusals({ refusals, t }: { refusals: Health['refusals']; t: Translate }) {
  const { n, signIns } = refusals
  const numbers = { n: formatCount(n, t.locale), signIns: formatCount(signIns, t.locale) }
  return (
    <section className={styles.part} aria-labelledby="refused">
      <h2 id="refused">{t('limits.counts.title')}</h2>
      <p>{t('health.refusals.text', { days: refusalSpan, ...numbers })}</p>
      <p>
        <a href="/dashboard/limits">{t('health.refusals.look')}</a>
      </p>
    </section>
  )
}

function ChainHead({ head, t }: { head: Health['chainHead']; t: Translate }) {
  return (
    <section className={styles.part} aria-labelledby="chain">
      <h2 id="chain">{t('audit.title')}</h2>
      <p>{t('audit.head.text')}</p>
      <p className={styles.hash} translate="no">
        {head.seq === 0 ? t('audit.head.none') : t('audit.head.value', { ...head })}
      </p>
    </section>
  )
}

/** What somebody has to do something about. */
function Warnings({ health, t, now }: { health: Health; t: Translate; now: number }) {
  const { backup, isWritingFailing } = health
  return (
    <div className={box.stack}>
      {isWritingFailing && (
        <Notice tone="danger" title={t('health.writing.title')}>
          {t('health.writing.text')}
        </Notice>
      )}
      {backup ? (
        <BackupNotice t={t} now={now} newestAt={backup.copies[0]?.madeAt} {...backup} />
      ) : (
        <Notice>{t('health.backup.server')}</Notice>
      )}
    </div>
  )
}
