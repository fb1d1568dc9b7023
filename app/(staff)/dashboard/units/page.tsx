import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach, type Query } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { PageHead } from '@/components/staff/page-head'
import { listUnitsFor } from '@/db/units/units'
import { administersEverything } from '@/domain/access'
import { foldText } from '@/domain/folded-text'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { fieldList } from '../fields/addresses'
import { AddForm } from './add-unit'
import { list } from './addresses'
import { UnitFrame } from './frame'
import { Outcome } from './outcome'
import styles from './page.module.css'
import { SearchForm } from './search-form'
import { Matches } from './unit-search'
import { Tree } from './unit-tree'

type Props = { searchParams: Promise<Query> }

export const generateMetadata = titled('offices.title')

/** The units that the person administers: as a tree, or those that match a search. */
export default async function UnitsPage({ searchParams }: Props) {
  const scope = await requireStaff()
  const units = await listUnitsFor(scope, 'administration')
  if (units.length === 0) notFound()
  const params = oneOfEach(await searchParams)
  const locale = await requestLocale()
  const t = translator(locale)
  const part = { units, params, locale }
  const runsAll = administersEverything(scope)
  return (
    <UnitFrame scope={scope} locale={locale}>
      <Outcome params={params} locale={locale} />
      <PageHead title={t('offices.title')} intro={t('offices.intro')}>
        <p className={styles.ways}>
          <a href="#add">{t('offices.add.title')}</a>
          <a href="/dashboard/unit-list/import">{t('offices.add.import')}</a>
          {runsAll && <a href={fieldList}>{t('fields.link')}</a>}
        </p>
      </PageHead>
      <SearchForm path={list} params={params} locale={locale} />
      {foldText(params.get('q') ?? '') ? <Matches {...part} /> : <Tree {...part} />}
      <AddForm {...part} mayStandOnTop={runsAll} />
    </UnitFrame>
  )
}
