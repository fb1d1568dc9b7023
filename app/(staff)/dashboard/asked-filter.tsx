import type { ReactNode } from 'react'
import { FilterForm } from '@/components/staff/filter-form'
import { ErrorSummary } from '@/components/ui/error-summary'
import { lookUp, type MessageKey, messagesFor, type Translate } from '@/lib/i18n'
import type { DashboardFilter } from './filter'

type Filter = Pick<DashboardFilter, 'units' | 'surveys' | 'years' | 'chosen' | 'problems'>

/** The form of a page's filter, as it was asked for; `children` are fields of the page's own. */
export function AskedFilter(
  props: Readonly<{ filter: Filter; t: Translate; path: string; children?: ReactNode }>,
) {
  const { problems, units, surveys, years, chosen } = props.filter
  return (
    <FilterForm
      t={props.t}
      path={props.path}
      units={units}
      surveys={surveys}
      years={years}
      chosen={chosen}
      isPeriodWrong={problems.length > 0}
    >
      {props.children}
    </FilterForm>
  )
}

/** What is wrong with the period that was asked for, if anything. */
export function FilterProblems(
  props: Readonly<{ filter: Filter; t: Translate; title?: MessageKey }>,
) {
  const { filter, t, title = 'figures.page.wrongFilter' } = props
  if (filter.problems.length === 0) return null
  const items = filter.problems.map(({ code }) => ({
    href: '#period',
    text: lookUp(messagesFor(t.locale).problems, code) ?? code,
  }))
  return <ErrorSummary title={t(title)} items={items} />
}
