import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireRight } from '@/auth/session'
import { AuditTable } from '@/components/staff/audit-table'
import { PageHead } from '@/components/staff/page-head'
import box from '@/components/ui/box.module.css'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { getChainHead } from '@/db/audit/chain'
import { type AuditPage, listAuditEvents } from '@/db/audit/list'
import { listSourcesByKey } from '@/db/signs/sources'
import { listUnitsFor } from '@/db/units/units'
import { type AuditFilter, parseAuditFilter } from '@/domain/audit-filter'
import { labelOf, lookUp, messagesFor, type Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { fill } from '@/lib/words'
import { StaffPage } from '../../staff-page'
import { Filter } from './filter'
import { sourceKeyOf, toLine } from './line'
import styles from './page.module.css'

const path = '/dashboard/audit'

const everything: AuditFilter = { action: '', unit: '', actor: '', from: '', to: '', before: null }

export const generateMetadata = titled('audit.title')

/** What was done, by whom and when; for administrators. */
export default async function AuditLogPage({ searchParams }: PageProps<'/dashboard/audit'>) {
  const scope = await requireRight('administration')
  const t = await requestWords()
  const parsed = parseAuditFilter(oneOfEach(await searchParams))
  const problem = parsed.ok ? undefined : parsed.problems[0]
  const filter = parsed.ok ? parsed.value : everything
  const units = await listUnitsFor(scope, 'administration')
  // Unknown and another's are the same: there is nothing here.
  if (filter.unit && !units.some(({ code }) => code === filter.unit)) notFound()
  return (
    <StaffPage scope={scope} t={t} current={path}>
      {problem && (
        <ErrorSummary
          title={t('audit.wrong')}
          items={[{ href: `#${problem.field}`, text: sentenceOf(t, problem) }]}
        />
      )}
      <PageHead title={t('audit.title')} intro={t('audit.intro')} />
      <Filter {...{ path, scope, filter, t, units }} wrong={problem?.field} />
      <Events page={await listAuditEvents(scope, filter)} filter={filter} t={t} />
      <ChainHead t={t} />
    </StaffPage>
  )
}

function sentenceOf(t: Translate, { code, field = '' }: { code: string; field?: string }) {
  const sentence = lookUp(messagesFor(t.locale).problems, code) ?? code
  return fill(sentence, { field: labelOf('audit.filter', field, t) })
}

async function ChainHead({ t }: { t: Translate }) {
  const head = await getChainHead()
  return (
    <section className={styles.chain}>
      <h2>{t('audit.head.title')}</h2>
      <p>{t('audit.head.text')}</p>
      <p className={styles.hash} translate="no">
        {head.seq === 0 ? t('audit.head.none') : t('audit.head.value', { ...head })}
      </p>
    </section>
  )
}

/** A page of the log, and the ways to older and newer ones. */
async function Events(props: { page: AuditPage; filter: AuditFilter; t: Translate }) {
  const { page, filter, t } = props
  const sources = await listSourcesByKey(page.events.flatMap((one) => sourceKeyOf(one) ?? []))
  const { before, ...rest } = filter
  const addressWith = (more: Record<string, string>) => {
    const chosen = Object.entries({ ...rest, ...more }).filter(([, value]) => value !== '')
    return `${path}?${new URLSearchParams(chosen)}`
  }
  return (
    <>
      {page.events.length === 0 && <Notice>{t('audit.empty')}</Notice>}
      {page.events.length > 0 && (
        <AuditTable
          label={t('audit.list')}
          lines={page.events.map((event) => toLine(event, t, sources))}
        />
      )}
      <p className={`${box.ways} ${box.screen}`}>
        {before !== null && <a href={addressWith({})}>{t('audit.newest')}</a>}
        {page.next !== null && (
          <a href={addressWith({ before: String(page.next) })}>{t('audit.older')}</a>
        )}
      </p>
    </>
  )
}
