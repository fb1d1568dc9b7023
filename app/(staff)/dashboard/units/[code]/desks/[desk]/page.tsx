import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { CheckList } from '@/components/staff/check-list'
import { FormCard } from '@/components/staff/form-card'
import { FormColumns } from '@/components/staff/form-columns'
import { PageHead } from '@/components/staff/page-head'
import { TextField } from '@/components/staff/text-field'
import { getManagedUnit } from '@/db/units/changes'
import { type DeskView, listDeskViews } from '@/db/units/desk-view'
import { longestDesk } from '@/db/units/desks'
import { listFieldsAt } from '@/db/units/fields'
import type { Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../../../../staff-page'
import { fieldOptions } from '../../../../field-options'
import { Outcome } from '../../../../outcome'
import { list, unitHref } from '../../../addresses'

type Props = PageProps<'/dashboard/units/[code]/desks/[desk]'>

export const generateMetadata = titled('offices.desk.title')

/** One desk: what it is called, which fields it serves, whether it is open. */
export default async function DeskPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const asked = await params
  const [unitCode, code] = [decodeURIComponent(asked.code), decodeURIComponent(asked.desk)]
  const unit = await getManagedUnit(scope, unitCode)
  const desk = (await listDeskViews(scope, unitCode, Date.now())).find((one) => one.code === code)
  if (!unit || !desk) notFound()
  const t = await requestWords()
  const served = new Set(desk.fields.map((one) => one.code))
  return (
    <StaffPage scope={scope} t={t} current={list}>
      <Outcome params={oneOfEach(await searchParams)} t={t} of="offices" />
      <PageHead
        title={desk.label}
        back={{ href: unitHref(unitCode), label: t('offices.one.toUnit') }}
        intro={`${unit.name} · ${t('offices.desks.number', { code })}`}
      />
      <FormColumns>
        <FormCard
          title={t('offices.desk.title')}
          action={`${unitHref(unitCode)}/desk-facts`}
          submit={t('button.save')}
          values={{ desk: code }}
        >
          <TextField
            id="label"
            label={t('label.deskName')}
            defaultValue={desk.label}
            maxLength={longestDesk.label}
            required
          />
          <CheckList
            id="fields"
            label={t('offices.desk.fields')}
            options={fieldOptions(await listFieldsAt(desk.id), t)}
            checked={[...served]}
          />
        </FormCard>
        <OpeningForm desk={desk} unitCode={unitCode} t={t} />
      </FormColumns>
    </StaffPage>
  )
}

/** Closes the desk, or opens it again. */
function OpeningForm(props: { desk: DeskView; unitCode: string; t: Translate }) {
  const { desk, unitCode, t } = props
  const way = desk.closedAt === null ? 'close' : 'open'
  return (
    <FormCard
      title={t(`offices.desk.${way}Title`)}
      {...(way === 'close' ? { note: t('offices.desk.closeNote') } : {})}
      action={`${unitHref(unitCode)}/desk-${way}`}
      submit={t(`offices.desk.${way}`)}
      values={{ desk: desk.code }}
      quiet
    />
  )
}
