import { Notice } from '@/components/ui/notice'
import { listSigns, type SignReport, type SignView } from '@/db/signs/list'
import type { Scope } from '@/domain/access'
import { formatCount } from '@/domain/number-format'
import { type Day, formatDay, localDay } from '@/domain/period'
import { signKinds } from '@/domain/sign/sign'
import type { Translate } from '@/lib/i18n'
import { queryOf } from '../addresses'
import { DayForm } from './day-form'
import type { SignFilter } from './sign-filter'
import { SignSection } from './sign-section'

/** What was found, kind by kind, and the way to a place and day of one's own. */
export async function Signs(props: {
  scope: Scope
  filter: SignFilter
  view: SignView
  t: Translate
}) {
  const { scope, filter, view, t } = props
  const report = await listSigns(scope, view)
  // The gate has looked both up already.
  if (!report.ok) throw new Error('the filter was not checked')
  const { signs, n, sources } = report.value
  const query = queryOf(view)
  return (
    <>
      <Looked report={report.value} view={view} t={t} />
      {n > 0 &&
        signKinds.map((kind) => (
          <SignSection
            key={kind}
            kind={kind}
            signs={signs.filter((sign) => sign.kind === kind)}
            units={filter.unitsById}
            query={query}
            t={t}
          />
        ))}
      {sources.length > 0 && (
        <DayForm
          sources={sources}
          units={filter.unitsById}
          query={query}
          day={latestDay(view)}
          t={t}
        />
      )}
    </>
  )
}

function latestDay({ to }: SignView): Day {
  const today = localDay(Date.now())
  return to < today ? to : today
}

/** How many responses were looked at, and whether those were all. */
function Looked(props: { report: SignReport; view: SignView; t: Translate }) {
  const { n, isCut, signs } = props.report
  const { from, to } = props.view
  const { t } = props
  const count = formatCount(n, t.locale)
  if (n === 0) {
    return <Notice>{t('signs.empty.none')}</Notice>
  }
  return (
    <>
      <p>{t('signs.looked', { n: count, from: formatDay(from), to: formatDay(to) })}</p>
      {isCut && <Notice tone="caution">{t('signs.cut', { n: count })}</Notice>}
      {signs.length === 0 && (
        <Notice title={t('signs.empty.title')}>{t('signs.empty.text')}</Notice>
      )}
    </>
  )
}
