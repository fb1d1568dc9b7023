import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/auth/session'
import { CommentFilterFields } from '@/components/staff/comment-filter'
import { FilterForm } from '@/components/staff/filter-form'
import { StaffFrame } from '@/components/staff/staff-frame'
import { ErrorSummary } from '@/components/ui/error-summary'
import { unitsFor } from '@/domain/access'
import { parseCommentFilter } from '@/domain/comment-filter'
import { formatDay, type Period } from '@/domain/period'
import { requestLocale } from '@/lib/http'
import { lookUp, messagesFor, translator } from '@/lib/i18n'
import { inLanguage, requestPath } from '../../address'
import { staffLinks } from '../../links'
import { type DashboardFilter, readFilter } from '../filter'
import { filterIn, listPath } from './address'
import { CommentResults } from './comment-results'
import styles from './page.module.css'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('comments.title') }
}

/** What people have written, for those who may read it. */
export default async function CommentsPage({ searchParams }: Props) {
  const scope = await requireStaff()
  if (unitsFor(scope, 'comments').size === 0) notFound()
  const locale = await requestLocale()
  const t = translator(locale)
  const given = await searchParams
  const params = filterIn(Object.entries(given))
  const after = typeof given.after === 'string' ? given.after : ''
  const filter = (await readFilter(scope, params, locale, Date.now(), 'comments')) ?? notFound()
  const { chosen, period, problems } = filter
  const asked = parseCommentFilter(new URLSearchParams([...params, ['after', after]]))
  const here = await requestPath()
  return (
    <StaffFrame
      locale={locale}
      name={scope.name}
      languageHref={(one) => inLanguage(here, one)}
      links={staffLinks(scope, locale, listPath, params)}
    >
      <div className={styles.page}>
        {problems.length > 0 && (
          <ErrorSummary
            title={t('comments.wrongFilter')}
            items={problems.map(({ code }) => ({
              href: '#period',
              text: lookUp(messagesFor(locale).problems, code) ?? code,
            }))}
          />
        )}
        <div className={styles.head}>
          <h1>{t('comments.title')}</h1>
          <p>{t('comments.intro')}</p>
        </div>
        <FilterForm
          locale={locale}
          path={listPath}
          units={filter.units}
          surveys={filter.surveys}
          years={filter.years}
          chosen={chosen}
          isPeriodWrong={problems.length > 0}
        >
          <CommentFilterFields locale={locale} chosen={asked} search={params.get('q') ?? ''} />
        </FilterForm>
        {period && <p>{t('comments.scope', { ...namesIn(filter), ...daysOf(period) })}</p>}
        {period && (
          <CommentResults
            scope={scope}
            locale={locale}
            filter={{ unit: chosen.unit, survey: chosen.survey, period, ...asked }}
            params={params}
          />
        )}
      </div>
    </StaffFrame>
  )
}

/** What the chosen unit and survey are called. */
const namesIn = ({ units, surveys, chosen }: DashboardFilter) => ({
  unit: units.find(({ value }) => value === chosen.unit)?.label.trim() ?? '',
  survey: surveys.find(({ value }) => value === chosen.survey)?.label ?? '',
})

const daysOf = ({ from, to }: Period) => ({ from: formatDay(from), to: formatDay(to) })
