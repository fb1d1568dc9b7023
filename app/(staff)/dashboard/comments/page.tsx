import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireRight } from '@/auth/session'
import { CommentFilterFields } from '@/components/staff/comment-filter'
import { PageHead } from '@/components/staff/page-head'
import { getCommentMonths } from '@/db/comments/retention'
import { administersEverything } from '@/domain/access'
import { parseCommentFilter } from '@/domain/comment-filter'
import { formatDays } from '@/domain/period'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../staff-page'
import { AskedFilter, FilterProblems } from '../asked-filter'
import { type DashboardFilter, readFilter } from '../filter'
import { filterIn, listPath, retentionPath } from './address'
import { CommentResults } from './comment-results'

export const generateMetadata = titled('comments.title')

/** What people have written, for those who may read it. */
export default async function CommentsPage({ searchParams }: PageProps<'/dashboard/comments'>) {
  const scope = await requireRight('comments')
  const t = await requestWords()
  const given = oneOfEach(await searchParams)
  const params = filterIn(given)
  const after = given.get('after') ?? ''
  const filter = (await readFilter(scope, params, t.locale, Date.now(), 'comments')) ?? notFound()
  const { chosen, period } = filter
  const asked = parseCommentFilter(new URLSearchParams([...params, ['after', after]]))
  return (
    <StaffPage scope={scope} t={t} current={listPath} filter={params}>
      <FilterProblems filter={filter} t={t} title="comments.wrongFilter" />
      <PageHead title={t('comments.title')} intro={t('comments.intro')}>
        <p>
          {t('comments.kept', { months: await getCommentMonths() })}{' '}
          {administersEverything(scope) && (
            <a href={retentionPath}>{t('comments.retention.open')}</a>
          )}
        </p>
      </PageHead>
      <AskedFilter filter={filter} t={t} path={listPath}>
        <CommentFilterFields t={t} chosen={asked} search={params.get('q') ?? ''} />
      </AskedFilter>
      {period && <p>{t('comments.scope', { ...namesIn(filter), ...formatDays(period) })}</p>}
      {period && (
        <CommentResults
          scope={scope}
          t={t}
          filter={{ unit: chosen.unit, survey: chosen.survey, period, ...asked }}
          params={params}
        />
      )}
    </StaffPage>
  )
}

/** What the chosen unit and survey are called. */
const namesIn = ({ units, surveys, chosen }: DashboardFilter) => ({
  unit: units.find(({ value }) => value === chosen.unit)?.label.trim() ?? '',
  survey: surveys.find(({ value }) => value === chosen.survey)?.label ?? '',
})
