import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { FormCard } from '@/components/staff/form-card'
import { FormColumns } from '@/components/staff/form-columns'
import { PageHead } from '@/components/staff/page-head'
import { getFieldUse, listManagedFields } from '@/db/units/fields'
import { type Field, hasMembers } from '@/domain/field'
import { formatCount } from '@/domain/number-format'
import type { Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../../staff-page'
import { Outcome } from '../../outcome'
import { fieldHref, fieldList } from '../addresses'
import { FieldInputs, groupsFor } from '../field-inputs'

type Props = PageProps<'/dashboard/fields/[code]'>

export const generateMetadata = titled('fields.edit.title')

/** One field: what it is called, where it belongs, whether it is offered. */
export default async function FieldPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const code = decodeURIComponent((await params).code)
  const all = await listManagedFields(scope)
  const field = all.find((one) => one.code === code)
  const use = field ? await getFieldUse(scope, field.id) : null
  if (!field || !use) notFound()
  const t = await requestWords()
  const asked = oneOfEach(await searchParams)
  const n = (count: number) => formatCount(count, t.locale)
  const part = { field, all, params: asked, t }
  return (
    <StaffPage scope={scope} t={t} current={fieldList}>
      <Outcome params={asked} t={t} of="fields" />
      <PageHead title={field.name} back={{ href: fieldList, label: t('fields.back') }}>
        <p>
          <span translate="no">{t('label.code', { code })}</span>
          {field.hiddenAt !== null && ` · ${t('fields.hidden')}`}
        </p>
        <p>{t('fields.use', { desks: n(use.desks), links: n(use.links) })}</p>
      </PageHead>
      <FormColumns>
        <FactsForm {...part} />
        <ShowForm {...part} />
      </FormColumns>
    </StaffPage>
  )
}

/** Hides the field where one is chosen, or offers it again. */
function ShowForm({ field, t }: PartProps) {
  const way = field.hiddenAt === null ? 'hide' : 'show'
  return (
    <FormCard
      title={t(`fields.${way}.title`)}
      note={t(`fields.${way}.note`)}
      action={`${fieldHref(field.code)}/${way}`}
      submit={t(`fields.${way}.submit`)}
      quiet
    />
  )
}

type PartProps = Readonly<{
  field: Field
  all: readonly Field[]
  params: URLSearchParams
  t: Translate
}>

/** What the field is called, and to which group it belongs. */
function FactsForm({ field, all, params, t }: PartProps) {
  const isGroup = hasMembers(field, all)
  const isBack = params.has('problem')
  const group = all.find(({ id }) => id === field.groupId)
  return (
    <FormCard
      title={t('fields.edit.title')}
      note={t(isGroup ? 'fields.edit.groupNote' : 'fields.edit.note')}
      action={`${fieldHref(field.code)}/facts`}
      submit={t('button.save')}
    >
      <FieldInputs
        name={(isBack ? params.get('name') : null) ?? field.name}
        group={(isBack ? params.get('group') : null) ?? group?.code ?? ''}
        groups={isGroup ? [] : groupsFor(all, field)}
        wrong={params.get('field')}
        t={t}
      />
    </FormCard>
  )
}
