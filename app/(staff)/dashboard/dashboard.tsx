import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { oneOfEach, type Query } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { PageHead } from '@/components/staff/page-head'
import { Notice } from '@/components/ui/notice'
import { type Scope, unitsFor } from '@/domain/access'
import type { View } from '@/domain/rates-filter'
import type { Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../staff-page'
import { queryOf } from './addresses'
import { AskedFilter, FilterProblems } from './asked-filter'
import { type DashboardFilter, readFilter } from './filter'
import styles from './page.module.css'

/** What somebody asked for, and may see. */
export type Asked = Readonly<{
  scope: Scope
  view: View
  filter: DashboardFilter
  params: URLSearchParams
  now: number
  t: Translate
  /** The form that asks for something else. */
  form: ReactNode
}>

type Props = Readonly<{
  path: string
  searchParams: Promise<Query>
  children: (asked: Asked) => ReactNode
}>

/**
 * The gate and the frame of every page of the figures. No loading.tsx beside them: it would send the page's head before
 * it is known whether there is a page, and turn every 404 and every way to the sign-in into a 200.
 */
export async function Dashboard({ path, searchParams, children }: Props) {
  const scope = await requireStaff()
  const t = await requestWords()
  const params = oneOfEach(await searchParams)
  const now = Date.now()
  const filter = await readFilter(scope, params, t.locale, now)
  if (!filter && params.has('unit')) notFound()
  // Whoever enters numbers and may see none begins where they are entered.
  if (!filter && unitsFor(scope, 'dossiers').size > 0) redirect('/dashboard/dossiers')
  const asked = filter?.period && {
    ...{ scope, filter, params, now, t },
    view: {
      ...filter.period,
      unit: filter.chosen.unit,
      survey: filter.chosen.survey,
      locale: t.locale,
    },
    form: <AskedFilter filter={filter} t={t} path={path} />,
  }
  return (
    <StaffPage
      scope={scope}
      t={t}
      current={path}
      filter={asked ? queryOf(asked.view) : undefined}
      className={styles.page}
    >
      {!filter && <NoRight t={t} />}
      {filter && !asked && <WrongFilter filter={filter} t={t} path={path} />}
      {asked && children(asked)}
    </StaffPage>
  )
}

type FormProps = Readonly<{ filter: DashboardFilter; t: Translate; path: string }>

function WrongFilter(props: FormProps) {
  const { t } = props
  return (
    <>
      <FilterProblems {...props} />
      <PageHead title={t('figures.page.title')} />
      <AskedFilter {...props} />
    </>
  )
}

function NoRight({ t }: { t: Translate }) {
  return (
    <>
      <PageHead title={t('figures.page.title')} />
      <Notice title={t('figures.page.noRight.title')}>{t('figures.page.noRight.text')}</Notice>
    </>
  )
}
