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
import { mayRestructure } from '@/db/unit-structure'
import { listUnits, listUnitsFor } from '@/db/units'
import { localDay } from '@/domain/period'
import type { Locale } from '@/domain/survey'
import { plantTree, subtreeOf, type Unit } from '@/domain/unit'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { unitOptions } from '../../../unit-options'
import { unitHref } from '../../addresses'
import { UnitFrame } from '../../frame'
import { Outcome } from '../../outcome'
import { UnitFields } from '../../unit-fields'
import { factsOf } from '../../unit-form'

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Query>
}
type PartProps = Readonly<{
  unit: Unit
  units: readonly Unit[]
  params: URLSearchParams
  locale: Locale
}>

export const generateMetadata = titled('offices.edit.title')

/** What a unit is called, where it stands, and what becomes of it. */
export default async function EditPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const code = decodeURIComponent((await params).code)
  const units = await listUnitsFor(scope, 'administration')
  const unit = units.find((one) => one.code === code)
  if (!unit) notFound()
  const locale = await requestLocale()
  const t = translator(locale)
  const asked = oneOfEach(await searchParams)
  const part = { unit, units, params: asked, locale }
  const mayMove = mayRestructure(scope, await listUnits(), unit)
  return (
    <UnitFrame scope={scope} locale={locale}>
      <Outcome params={asked} locale={locale} />
      <PageHead title={unit.name} back={{ href: unitHref(code), label: t('offices.one.toUnit') }}>
        <p translate="no">{t('offices.one.code', { code })}</p>
        {!mayMove && <p>{t('offices.edit.limited')}</p>}
      </PageHead>
      <FormColumns>
        <FactsForm {...part} />
        {mayMove &&
          (unit.successorId === null ? <MergeForm {...part} /> : <ReviveForm {...part} />)}
        {mayMove && <MoveForm {...part} />}
      </FormColumns>
    </UnitFrame>
  )
}

function FactsForm({ unit, params, locale }: PartProps) {
  const t = translator(locale)
  const { name, level, validFrom, validTo } = unit
  const stored = { name, level, validFrom: validFrom ?? '', validTo: validTo ?? '' }
  return (
    <FormCard title={t('offices.edit.title')} action={`${unitHref(unit.code)}/facts`}>
      <UnitFields
        values={params.has('problem') && params.has('level') ? factsOf(params) : stored}
        wrong={params.get('field')}
        locale={locale}
      />
      <Button type="submit">{t('offices.edit.save')}</Button>
    </FormCard>
  )
}

function MoveForm({ unit, units, params, locale }: PartProps) {
  const t = translator(locale)
  const options = others(unit, units)
  const parent = units.find(({ id }) => id === unit.parentId)
  if (options.length === 0) return null
  return (
    <FormCard
      title={t('offices.move.title')}
      note={t('offices.move.note')}
      action={`${unitHref(unit.code)}/move`}
    >
      <SelectField
        id="parent"
        label={t('offices.form.parent')}
        value={params.get('parent') ?? parent?.code ?? ''}
        options={parent ? options : [{ value: '', label: t('offices.top') }, ...options]}
        invalid={params.get('field') === 'parent'}
      />
      <Button type="submit" look="quiet">
        {t('offices.move.submit')}
      </Button>
    </FormCard>
  )
}

function MergeForm({ unit, units, params, locale }: PartProps) {
  const t = translator(locale)
  const options = others(unit, units)
  if (options.length === 0) return null
  return (
    <FormCard
      title={t('offices.merge.title')}
      note={t('offices.merge.note')}
      action={`${unitHref(unit.code)}/merge`}
    >
      <SelectField
        id="successor"
        label={t('offices.merge.successor')}
        value={params.get('successor') ?? ''}
        options={[{ value: '', label: t('offices.merge.choose') }, ...options]}
        invalid={params.get('field') === 'successor'}
      />
      <TextField
        id="day"
        type="date"
        label={t('offices.merge.day')}
        defaultValue={params.get('day') ?? localDay(Date.now())}
        required
        invalid={params.get('field') === 'day'}
      />
      <Button type="submit" look="quiet">
        {t('offices.merge.submit')}
      </Button>
    </FormCard>
  )
}

function ReviveForm({ unit, units, locale }: PartProps) {
  const t = translator(locale)
  const name = units.find(({ id }) => id === unit.successorId)?.name ?? ''
  return (
    <FormCard
      title={t('offices.revive.title')}
      note={t('offices.revive.note', { name })}
      action={`${unitHref(unit.code)}/revive`}
    >
      <Button type="submit" look="quiet">
        {t('offices.revive.submit')}
      </Button>
    </FormCard>
  )
}

/** Every unit but this one and those under it. */
function others(unit: Unit, units: readonly Unit[]) {
  const below = new Set(subtreeOf(plantTree(units), unit.id))
  return unitOptions(units.filter(({ id }) => !below.has(id)))
}
