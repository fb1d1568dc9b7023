import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import type { Query } from '@/app/query'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { FormCard } from '@/components/staff/form-card'
import { FormColumns } from '@/components/staff/form-columns'
import { PageHead } from '@/components/staff/page-head'
import { SelectField } from '@/components/staff/select-field'
import { TextField } from '@/components/staff/text-field'
import { Button } from '@/components/ui/button'
import { listUnitsFor } from '@/db/units'
import { administersEverything } from '@/domain/access'
import { foldText } from '@/domain/folded-text'
import { formatCount } from '@/domain/number-format'
import type { Locale } from '@/domain/survey'
import { ancestorsOf, plantTree, type Unit } from '@/domain/unit'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { fieldList } from '../fields/addresses'
import { firstUnit, topUnits, unitOptions } from '../unit-options'
import { list } from './addresses'
import { UnitFrame } from './frame'
import { Outcome } from './outcome'
import styles from './page.module.css'
import { UnitFields } from './unit-fields'
import { UnitLine, UnitRows } from './unit-rows'

type Props = { searchParams: Promise<Query> }
type PartProps = Readonly<{ units: readonly Unit[]; params: URLSearchParams; locale: Locale }>

/** More than this are shown one level at a time. */
const mostAtOnce = 250

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
      <form method="get" action={list} className={styles.search}>
        <TextField
          id="q"
          type="search"
          label={t('offices.search')}
          defaultValue={params.get('q') ?? ''}
          maxLength={80}
        />
        <Button type="submit" look="quiet">
          {t('offices.find')}
        </Button>
      </form>
      {foldText(params.get('q') ?? '') ? <Matches {...part} /> : <Tree {...part} />}
      <AddForm {...part} mayStandOnTop={runsAll} />
    </UnitFrame>
  )
}

/** Name and code as searches compare them: without diacritics, đ as d. */
function Matches({ units, params, locale }: PartProps) {
  const t = translator(locale)
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
    <section className={styles.part} aria-label={t('offices.tree')}>
      <p role="status">
        {found.length > 0
          ? t('offices.found', { n: formatCount(found.length, locale) })
          : t('offices.foundNone', { text })}{' '}
        <a href={list}>{t('offices.all')}</a>
      </p>
      {found.length > 0 && (
        <ul className={styles.tree}>
          {found.slice(0, mostAtOnce).map((unit) => (
            <li key={unit.id}>
              <UnitLine unit={unit} tree={tree} locale={locale} path={pathOf(unit)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Tree({ units, params, locale }: PartProps) {
  const t = translator(locale)
  const tree = plantTree(units)
  const under = units.find(({ code }) => code === params.get('under'))
  const depth = units.length > mostAtOnce ? 1 : Number.POSITIVE_INFINITY
  return (
    <section className={styles.part} aria-label={t('offices.tree')}>
      {under && (
        <p>
          <a href={list}>{t('offices.one.back')}</a>
        </p>
      )}
      <UnitRows
        units={under ? [under] : topUnits(units)}
        tree={tree}
        locale={locale}
        depth={depth}
      />
    </section>
  )
}

function AddForm(props: PartProps & Readonly<{ mayStandOnTop: boolean }>) {
  const { units, params, locale, mayStandOnTop } = props
  const t = translator(locale)
  const of = (name: string) => params.get(name) ?? ''
  const options = unitOptions(units)
  return (
    <FormColumns id="add">
      <FormCard title={t('offices.add.title')} action="/dashboard/unit-list/add">
        <SelectField
          id="parent"
          label={t('offices.form.parent')}
          value={params.get('parent') ?? firstUnit(units)?.code ?? ''}
          options={mayStandOnTop ? [...options, { value: '', label: t('offices.top') }] : options}
        />
        <TextField
          id="code"
          label={t('offices.form.code')}
          defaultValue={of('code')}
          maxLength={40}
          autoComplete="off"
          required
          invalid={of('field') === 'code'}
        />
        <UnitFields
          values={{
            name: of('name'),
            level: of('level') || 'xa',
            validFrom: of('validFrom'),
            validTo: of('validTo'),
          }}
          wrong={params.get('field')}
          locale={locale}
        />
        <Button type="submit">{t('offices.add.submit')}</Button>
      </FormCard>
    </FormColumns>
  )
}
