import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach, type Query } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { FormColumns } from '@/components/staff/form-columns'
import { PageHead } from '@/components/staff/page-head'
import { mayRestructure } from '@/db/units/structure'
import { listUnits, listUnitsFor } from '@/db/units/units'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { unitHref } from '../../addresses'
import { UnitFrame } from '../../frame'
import { Outcome } from '../../outcome'
import { MergeForm, MoveForm } from './structure-forms'
import { FactsForm, ReviveForm } from './unit-forms'

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Query>
}

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
