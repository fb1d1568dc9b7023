import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireRight } from '@/auth/session'
import { PageHead } from '@/components/staff/page-head'
import box from '@/components/ui/box.module.css'
import { listUnitsFor } from '@/db/units/units'
import { administersEverything } from '@/domain/access'
import { foldText } from '@/domain/folded-text'
import { formatCount } from '@/domain/number-format'
import { ancestorsOf, plantTree, type Unit } from '@/domain/unit'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../staff-page'
import { fieldList } from '../fields/addresses'
import { Outcome } from '../outcome'
import { AddForm } from './add-unit'
import { list } from './addresses'
import styles from './page.module.css'
import { SearchForm } from './search-form'
import { UnitLine } from './unit-rows'
import { mostAtOnce, type PartProps, Tree } from './unit-tree'

export const generateMetadata = titled('offices.title')

/** The units that the person administers: as a tree, or those that match a search. */
export default async function UnitsPage({ searchParams }: PageProps<'/dashboard/units'>) {
  const scope = await requireRight('administration')
  const units = await listUnitsFor(scope, 'administration')
  const params = oneOfEach(await searchParams)
  const t = await requestWords()
  const part = { units, params, t }
  const runsAll = administersEverything(scope)
  return (
    <StaffPage scope={scope} t={t} current={list}>
      <Outcome params={params} t={t} of="offices" />
      <PageHead title={t('offices.title')} intro={t('offices.intro')}>
        <p className={box.ways}>
          <a href="#add">{t('offices.add.title')}</a>
          <a href="/dashboard/unit-list/import">{t('offices.add.import')}</a>
          {runsAll && <a href={fieldList}>{t('fields.link')}</a>}
        </p>
      </PageHead>
      <SearchForm path={list} params={params} t={t} />
      {foldText(params.get('q') ?? '') ? <Matches {...part} /> : <Tree {...part} />}
      <AddForm {...part} mayStandOnTop={runsAll} />
    </StaffPage>
  )
}

/** Name and code as searches compare them: without diacritics, đ as d. */
function Matches({ units, params, t }: PartProps) {
  const text = params.get('q') ?? ''
  const asked = foldText(text)
  const tree = plantTree(units)
  const found = units.filter(({ code, name }) => foldText(`${name} ${code}`).includes(asked))
  const pathOf = ({ id }: Unit) =>
    ancestorsOf(tree, id)
      .toReversed()
      .map(({ name }) => name)
      .join(' › ')
  return (
    <section className={box.stack} aria-label={t('offices.tree')}>
      <p role="status">
        {found.length > 0
          ? t('offices.found', { n: formatCount(found.length, t.locale) })
          : t('offices.foundNone', { text })}{' '}
        <a href={list}>{t('offices.all')}</a>
      </p>
      {found.length > 0 && (
        <ul className={`${box.touches} ${styles.tree}`}>
          {found.slice(0, mostAtOnce).map((unit) => (
            <li key={unit.id}>
              <UnitLine unit={unit} tree={tree} t={t} path={pathOf(unit)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
