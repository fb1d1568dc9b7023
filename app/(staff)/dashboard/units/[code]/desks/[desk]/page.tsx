import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach, type Query } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { CheckList } from '@/components/staff/check-list'
import { FormCard } from '@/components/staff/form-card'
import { FormColumns } from '@/components/staff/form-columns'
import { PageHead } from '@/components/staff/page-head'
import { TextField } from '@/components/staff/text-field'
import { Button } from '@/components/ui/button'
import { getManagedUnit } from '@/db/units/changes'
import { listDeskViews } from '@/db/units/desk-view'
import { longestDesk } from '@/db/units/desks'
import { listFieldsAt } from '@/db/units/fields'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { fieldOptions } from '../../../../field-options'
import { unitHref } from '../../../addresses'
import { UnitFrame } from '../../../frame'
import { Outcome } from '../../../outcome'
import { OpeningForm } from './opening-form'

type Props = {
  params: Promise<{ code: string; desk: string }>
  searchParams: Promise<Query>
}

export const generateMetadata = titled('offices.desk.title')

/** One desk: what it is called, which fields it serves, whether it is open. */
export default async function DeskPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const asked = await params
  const [unitCode, code] = [decodeURIComponent(asked.code), decodeURIComponent(asked.desk)]
  const unit = await getManagedUnit(scope, unitCode)
  const desk = (await listDeskViews(scope, unitCode, Date.now())).find((one) => one.code === code)
  if (!unit || !desk) notFound()
  const locale = await requestLocale()
  const t = translator(locale)
  const served = new Set(desk.fields.map((one) => one.code))
  return (
    <UnitFrame scope={scope} locale={locale}>
      <Outcome params={oneOfEach(await searchParams)} locale={locale} />
      <PageHead
        title={desk.label}
        back={{ href: unitHref(unitCode), label: t('offices.one.toUnit') }}
        intro={`${unit.name} · ${t('offices.desks.number', { code })}`}
      />
      <FormColumns>
        <FormCard title={t('offices.desk.title')} action={`${unitHref(unitCode)}/desk-facts`}>
          <input type="hidden" name="desk" value={code} />
          <TextField
            id="label"
            label={t('offices.desk.label')}
            defaultValue={desk.label}
            maxLength={longestDesk.label}
            autoComplete="off"
            required
          />
          <CheckList
            id="fields"
            label={t('offices.desk.fields')}
            options={fieldOptions(await listFieldsAt(desk.id), t)}
            checked={[...served]}
          />
          <Button type="submit">{t('offices.desk.save')}</Button>
        </FormCard>
        <OpeningForm desk={desk} unitCode={unitCode} locale={locale} />
      </FormColumns>
    </UnitFrame>
  )
}
