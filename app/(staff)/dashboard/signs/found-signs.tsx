import { listSigns, type SignView } from '@/db/signs/list'
import type { Scope } from '@/domain/access'
import { type Day, localDay } from '@/domain/period'
import { signKinds } from '@/domain/sign/sign'
import type { Locale } from '@/domain/survey'
import { DayForm } from './day-form'
import { Looked } from './looked'
import { queryOf, type SignFilter } from './sign-filter'
import { SignSection } from './sign-section'

/** What was found, kind by kind, and the way to a place and day of one's own. */
export async function Signs(props: {
  scope: Scope
  filter: SignFilter
  view: SignView
  locale: Locale
}) {
  const { scope, filter, view, locale } = props
  const report = await listSigns(scope, view)
  // The gate has looked both up already.
  if (!report.ok) throw new Error('the filter was not checked')
  const { signs, n, sources } = report.value
  const query = queryOf(view)
  return (
    <>
      <Looked report={report.value} view={view} locale={locale} />
      {n > 0 &&
        signKinds.map((kind) => (
          <SignSection
            key={kind}
            kind={kind}
            signs={signs.filter((sign) => sign.kind === kind)}
            units={filter.unitsById}
            query={query}
            locale={locale}
          />
        ))}
      {sources.length > 0 && (
        <DayForm
          sources={sources}
          units={filter.unitsById}
          query={query}
          day={latestDay(view)}
          locale={locale}
        />
      )}
    </>
  )
}

function latestDay({ to }: SignView): Day {
  const today = localDay(Date.now())
  return to < today ? to : today
}
