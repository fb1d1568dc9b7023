import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { requireStaff } from '@/auth/session'
import { Downloads } from '@/components/paper/downloads'
import { Paper, paragraphId } from '@/components/paper/paper'
import { PaperTools } from '@/components/paper/paper-tools'
import { StaffFrame } from '@/components/staff/staff-frame'
import { readReport } from '@/db/report'
import { requestLocale } from '@/lib/http'
import { messagesFor, translator } from '@/lib/i18n'
import { inLanguage, requestPath } from '../../address'
import { staffLinks } from '../../links'
import { queryOf, readView } from '../view'
import styles from './page.module.css'

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('exports.page.title') }
}

/** The report of a view as a paper to be printed; whoever may see the figures may print them. */
export default async function ReportPage() {
  const scope = await requireStaff()
  const locale = await requestLocale()
  const now = Date.now()
  const path = await requestPath()
  const asked = new URL(path, 'http://here.invalid').searchParams
  const view = await readView(scope, asked, now)
  if (!view.ok && view.problems[0]?.code === 'not-found') notFound()
  // What is wrong with the period is said where it can be chosen anew.
  if (!view.ok) redirect(`/dashboard?${asked}`)
  const report = await readReport(scope, { ...view.value, locale: 'vi' }, now)
  if (!report.ok) notFound()
  const t = translator(locale)
  const query = queryOf(view.value)
  return (
    <StaffFrame
      locale={locale}
      name={scope.name}
      languageHref={(one) => inLanguage(path, one)}
      links={staffLinks(scope, locale, '/dashboard', new URLSearchParams(query))}
    >
      <div className={styles.page}>
        <div className={styles.around}>
          <p>
            <a href={`/dashboard?${query}`}>{t('exports.page.back')}</a>
          </p>
          {locale !== 'vi' && <p>{t('exports.page.inVietnamese')}</p>}
          <PaperTools paragraphId={paragraphId} words={messagesFor(locale).exports.page} />
        </div>
        <Paper report={report.value} />
        <Downloads query={query} mayExport={view.value.mayExport} locale={locale} />
      </div>
    </StaffFrame>
  )
}
