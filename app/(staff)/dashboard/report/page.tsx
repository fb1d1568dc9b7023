import { notFound, redirect } from 'next/navigation'
import { titled } from '@/app/page-title'
import type { Query } from '@/app/query'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { Downloads } from '@/components/paper/downloads'
import { Paper, paragraphId } from '@/components/paper/paper'
import type { ClosingMark } from '@/components/paper/paper-notes'
import { PaperTools } from '@/components/paper/paper-tools'
import { readReport } from '@/db/report'
import { getSnapshot } from '@/db/snapshots'
import type { Scope } from '@/domain/access'
import type { Report } from '@/domain/report'
import { shortChecksum } from '@/domain/snapshot'
import { messagesFor, translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { StaffPage } from '../../staff-page'
import { closingHref } from '../closings/addresses'
import { queryOf, readView } from '../view'
import styles from './page.module.css'

type Props = { searchParams: Promise<Query> }

export const generateMetadata = titled('exports.page.title')

/** The report of a view as a paper to be printed; whoever may see the figures may print them. */
export default async function ReportPage({ searchParams }: Props) {
  const scope = await requireStaff()
  const locale = await requestLocale()
  const now = Date.now()
  const asked = oneOfEach(await searchParams)
  const number = asked.get('closing')
  const { report, query, ...rest } =
    number === null ? await readToday(scope, asked, now) : await readClosed(scope, number)
  const t = translator(locale)
  return (
    <StaffPage
      scope={scope}
      locale={locale}
      current="/dashboard"
      filter={new URLSearchParams(query)}
      className={styles.page}
    >
      <div className={styles.around}>
        <p>
          <a href={rest.backHref}>{t(rest.closing ? 'closings.one.back' : 'exports.page.back')}</a>
        </p>
        {locale !== 'vi' && <p>{t('exports.page.inVietnamese')}</p>}
        <PaperTools paragraphId={paragraphId} words={messagesFor(locale).exports.page} />
      </div>
      <Paper report={report} {...(rest.closing ? { closing: rest.closing } : {})} />
      {!rest.closing && <Downloads query={query} mayExport={rest.mayExport} locale={locale} />}
    </StaffPage>
  )
}

type Printed = Readonly<{
  report: Report
  query: string
  backHref: string
  mayExport: boolean
  closing: ClosingMark | null
}>

async function readToday(scope: Scope, asked: URLSearchParams, now: number): Promise<Printed> {
  const view = await readView(scope, asked, now)
  if (!view.ok && view.problems[0]?.code === 'not-found') notFound()
  // What is wrong with the period is said where it can be chosen anew.
  if (!view.ok) redirect(`/dashboard?${asked}`)
  const report = await readReport(scope, { ...view.value, locale: 'vi' }, now)
  if (!report.ok) notFound()
  const query = queryOf(view.value)
  const { mayExport } = view.value
  return { report: report.value, query, mayExport, backHref: `/dashboard?${query}`, closing: null }
}

/** The report as it was closed. What cannot be read is explained on the page of the closing. */
async function readClosed(scope: Scope, number: string): Promise<Printed> {
  const snapshot = await getSnapshot(scope, number)
  if (!snapshot) notFound()
  const backHref = closingHref(number)
  if (!snapshot.held) redirect(backHref)
  const { unit, survey, period, checksum, held } = snapshot
  const query = new URLSearchParams({ unit, survey, ...period }).toString()
  const closing = { number, checksum: shortChecksum(checksum) }
  return { report: held.report, query, mayExport: false, backHref, closing }
}
