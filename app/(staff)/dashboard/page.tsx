import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/auth/session'
import { FilterForm } from '@/components/staff/filter-form'
import { StaffFrame } from '@/components/staff/staff-frame'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import type { Locale } from '@/domain/survey'
import { requestLocale } from '@/lib/http'
import { lookUp, messagesFor, translator } from '@/lib/i18n'
import { inLanguage, requestPath } from '../address'
import { staffLinks } from '../links'
import { type DashboardFilter, readFilter } from './filter'
import styles from './page.module.css'
import { Report } from './report'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('figures.page.title') }
}

// No loading.tsx here: it would send the page's head before it is known whether there is a page, and
// turn every 404 and every way to the sign-in into a 200.
export default async function DashboardPage({ searchParams }: Props) {
  const scope = await requireStaff()
  const locale = await requestLocale()
  const params = oneOfEach(await searchParams)
  const filter = await readFilter(scope, params, locale, Date.now())
  if (!filter && params.has('unit')) notFound()
  const path = await requestPath()
  return (
    <StaffFrame
      locale={locale}
      name={scope.name}
      languageHref={(one) => inLanguage(path, one)}
      links={staffLinks(scope, locale, '/dashboard')}
    >
      <div className={styles.page}>
        {!filter && <NoRight locale={locale} />}
        {filter && <Filter filter={filter} locale={locale} />}
        {filter?.period && (
          <Report
            scope={scope}
            filter={{
              unit: filter.chosen.unit,
              survey: filter.chosen.survey,
              ...filter.period,
              by: 'total',
              locale,
            }}
          />
        )}
      </div>
    </StaffFrame>
  )
}

function Filter({ filter, locale }: { filter: DashboardFilter; locale: Locale }) {
  const t = translator(locale)
  const { problems, units, surveys, years, chosen } = filter
  const items = problems.map(({ code }) => ({
    href: '#period',
    text: lookUp(messagesFor(locale), `problems.${code}`) ?? code,
  }))
  return (
    <>
      {items.length > 0 && <ErrorSummary title={t('figures.page.wrongFilter')} items={items} />}
      {items.length > 0 && <h1>{t('figures.page.title')}</h1>}
      <FilterForm
        locale={locale}
        units={units}
        surveys={surveys}
        years={years}
        chosen={chosen}
        isPeriodWrong={problems.length > 0}
      />
    </>
  )
}

function NoRight({ locale }: { locale: Locale }) {
  const t = translator(locale)
  return (
    <>
      <h1>{t('figures.page.title')}</h1>
      <Notice title={t('figures.page.noRight.title')}>
        <p>{t('figures.page.noRight.text')}</p>
      </Notice>
    </>
  )
}

/** The first value of each name: a filter is asked for once. */
function oneOfEach(all: Record<string, string | string[] | undefined>): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(all)) {
    const first = Array.isArray(value) ? value[0] : value
    if (first !== undefined) params.set(name, first)
  }
  return params
}
