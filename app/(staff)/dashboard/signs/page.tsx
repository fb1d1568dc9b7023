import { titled } from '@/app/page-title'
import { oneOfEach, type Query } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { FilterForm } from '@/components/staff/filter-form'
import { ErrorSummary } from '@/components/ui/error-summary'
import { countOpenInvalidations } from '@/db/invalidation-list'
import type { Scope } from '@/domain/access'
import type { Locale } from '@/domain/survey'
import { lookUp, messagesFor, translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { StaffPage } from '../../staff-page'
import { Signs } from './found-signs'
import styles from './page.module.css'
import { queryOf, readSignFilter, type SignFilter, viewOf } from './sign-filter'

type Props = { searchParams: Promise<Query> }

export const generateMetadata = titled('signs.title')

/** What stands out among the responses of a unit; for those who may propose to leave responses out there. */
export default async function SignsPage({ searchParams }: Props) {
  const scope = await requireStaff()
  const locale = await requestLocale()
  const params = oneOfEach(await searchParams)
  const filter = await readSignFilter(scope, params, locale, Date.now())
  const view = viewOf(filter)
  const t = translator(locale)
  return (
    <StaffPage
      scope={scope}
      locale={locale}
      current="/dashboard/signs"
      filter={view ? queryOf(view) : undefined}
    >
      <Problems filter={filter} locale={locale} />
      <FilterForm
        locale={locale}
        path="/dashboard/signs"
        units={filter.units}
        surveys={filter.surveys}
        years={filter.years}
        chosen={filter.chosen}
        isPeriodWrong={filter.problems.length > 0}
      />
      <div className={styles.head}>
        <h1>{t('signs.title')}</h1>
        <p className={styles.intro}>{t('signs.intro')}</p>
        <Waiting scope={scope} locale={locale} />
      </div>
      {view && <Signs scope={scope} filter={filter} view={view} locale={locale} />}
    </StaffPage>
  )
}

function Problems({ filter, locale }: { filter: SignFilter; locale: Locale }) {
  const items = filter.problems.map(({ code }) => ({
    href: '#period',
    text: lookUp(messagesFor(locale), `problems.${code}`) ?? code,
  }))
  if (items.length === 0) return null
  return <ErrorSummary title={translator(locale)('figures.page.wrongFilter')} items={items} />
}

async function Waiting({ scope, locale }: { scope: Scope; locale: Locale }) {
  const t = translator(locale)
  const n = await countOpenInvalidations(scope)
  return (
    <p>
      <a className={styles.action} href="/dashboard/signs/invalidations">
        {t('signs.invalidations')}
      </a>
      {n > 0 && ` · ${t('signs.waiting', { n })}`}
    </p>
  )
}
