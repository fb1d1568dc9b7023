import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { Downloads } from '@/components/paper/downloads'
import { Paper, paragraphId } from '@/components/paper/paper'
import { PaperTools } from '@/components/paper/paper-tools'
import box from '@/components/ui/box.module.css'
import { messagesFor } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../staff-page'
import styles from './page.module.css'
import { readClosed, readToday } from './read-report'

export const generateMetadata = titled('exports.page.title')

/** The report of a view as a paper to be printed; whoever may see the figures may print them. */
export default async function ReportPage({ searchParams }: PageProps<'/dashboard/report'>) {
  const scope = await requireStaff()
  const t = await requestWords()
  const now = Date.now()
  const asked = oneOfEach(await searchParams)
  const number = asked.get('closing')
  const { report, query, ...rest } =
    number === null ? await readToday(scope, asked, now) : await readClosed(scope, number)
  return (
    <StaffPage
      scope={scope}
      t={t}
      current="/dashboard"
      filter={new URLSearchParams(query)}
      className={styles.page}
    >
      <div className={`${box.screen} ${styles.around}`}>
        <p>
          <a href={rest.backHref}>{t(rest.closing ? 'closings.one.back' : 'exports.page.back')}</a>
        </p>
        {t.locale !== 'vi' && <p>{t('exports.page.inVietnamese')}</p>}
        <PaperTools paragraphId={paragraphId} words={messagesFor(t.locale).exports.page} />
      </div>
      <Paper report={report} {...(rest.closing ? { closing: rest.closing } : {})} />
      {!rest.closing && <Downloads query={query} mayExport={rest.mayExport} t={t} />}
    </StaffPage>
  )
}
