import { Beside } from '@/components/report/beside'
import { Headline } from '@/components/report/headline'
import { LeftOutList } from '@/components/report/left-out'
import { Section } from '@/components/report/section'
import { getDataSpan } from '@/db/data-span'
import { listOpenLinks } from '@/db/doors'
import { readReport } from '@/db/report'
import type { Scope } from '@/domain/access'
import type { Figures } from '@/domain/figure'
import { formatDay, localDay, localTime, monthOf, type Period } from '@/domain/period'
import type { RatesFilter } from '@/domain/rates-filter'
import { env } from '@/lib/env'
import { translator } from '@/lib/i18n'
import { BreakdownSection, isTelling } from './breakdowns'
import { DossierSection } from './dossier-section'
import { EmptyState } from './empty-state'
import styles from './page.module.css'

/** Everything about one unit, survey and period: the rate first, then what it is made of. */
export async function Report({ scope, filter }: { scope: Scope; filter: RatesFilter }) {
  const now = Date.now()
  const { locale } = filter
  const report = await readReport(scope, filter, now)
  // The gate has looked both up already.
  if (!report.ok) throw new Error('the filter was not checked')
  const { total: figures, dossiers } = report.value
  const breakdowns = report.value.breakdowns.filter(isTelling)
  const t = translator(locale)
  const leftOut = [figures, ...breakdowns].flatMap((one) => one.leftOut)
  return (
    <>
      <ReportHead figures={figures} filter={filter} />
      <Headline figures={figures} locale={locale} />
      {figures.total.status === 'none' ? (
        <EmptyState {...(await readWayOut(scope, filter, now))} locale={locale} />
      ) : (
        <Beside figures={figures} locale={locale} />
      )}
      {breakdowns.map((one) => (
        <BreakdownSection
          key={one.by}
          figures={one}
          filter={filter}
          hrefFor={(code) => addressOf({ ...filter, unit: code })}
        />
      ))}
      <DossierSection table={dossiers} locale={locale} />
      {leftOut.length > 0 && (
        <Section title={t('figures.page.leftOut.title')}>
          <div className={styles.left}>
            <LeftOutList items={leftOut} locale={locale} />
          </div>
        </Section>
      )}
    </>
  )
}

function ReportHead({ figures, filter }: { figures: Figures; filter: RatesFilter }) {
  const t = translator(filter.locale)
  const { unit, survey } = figures.scope
  const days = { from: formatDay(filter.from), to: formatDay(filter.to) }
  const at = Date.parse(figures.asOf)
  return (
    <div className={styles.head}>
      <h1>{unit.name}</h1>
      <p className={styles.survey}>{survey.title}</p>
      <p>
        {t('figures.page.scope.period', days)} · {t('figures.page.scope.under')}
      </p>
      <p className={styles.soft}>
        {t('figures.page.scope.asOf', { time: localTime(at), day: formatDay(localDay(at)) })}
      </p>
    </div>
  )
}

async function readWayOut(scope: Scope, filter: RatesFilter, now: number) {
  const { unit, survey } = filter
  const codes = await listOpenLinks(unit, survey, now)
  const span = await getDataSpan(scope, { unit, survey })
  const links = codes.map((code) => ({ href: `/s/${code}`, address: `${env().origin}/s/${code}` }))
  return { links, span, spanHref: span ? monthsAddress(filter, span) : '' }
}

const addressOf = ({ unit, survey, from, to }: RatesFilter): string =>
  `/dashboard?${new URLSearchParams({ unit, survey, from, to })}`

function monthsAddress({ unit, survey }: RatesFilter, { from, to }: Period): string {
  const months = { period: 'range', start: monthOf(from), end: monthOf(to) }
  return `/dashboard?${new URLSearchParams({ unit, survey, ...months })}`
}
