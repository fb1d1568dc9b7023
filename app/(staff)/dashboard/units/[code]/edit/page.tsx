import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { FormColumns } from '@/components/staff/form-columns'
import { PageHead } from '@/components/staff/page-head'
import { mayRestructure } from '@/db/units/structure'
import { listUnits, listUnitsFor } from '@/db/units/units'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../../../staff-page'
import { Outcome } from '../../../outcome'
import { list, unitHref } from '../../addresses'
import { FactsForm, MergeForm, MoveForm, ReviveForm } from './unit-forms'

type Props = PageProps<'/dashboard/units/[code]/edit'>

export const generateMetadata = titled('offices.edit.title')

/** What a unit is called, where it stands, and what becomes of it. */
export default async function EditPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const code = decodeURIComponent((await params).code)
  const units = await listUnitsFor(scope, 'administration')
  const unit = units.find((one) => one.code === code)
  if (!unit) notFound()
  const t = await requestWords()
  const asked = oneOfEach(await searchParams)
  const part = { unit, units, params: asked, t }
  const mayMove = mayRestructure(scope, await listUnits(), unit)
  return (
    <StaffPage scope={scope} t={t} current={list}>
      <Outcome params={asked} t={t} of="offices" />
      <PageHead title={unit.name} back={{ href: unitHref(code), label: t('offices.one.toUnit') }}>
        <p translate="no">{t('label.code', { code })}</p>
        {!mayMove && <p>{t('offices.edit.limited')}</p>}
      </PageHead>
      <FormColumns>
        <FactsForm {...part} />
        {mayMove &&
          (unit.successorId === null ? <MergeForm {...part} /> : <ReviveForm {...part} />)}
        {mayMove && <MoveForm {...part} />}
      </FormColumns>
    </StaffPage>
  )
}
