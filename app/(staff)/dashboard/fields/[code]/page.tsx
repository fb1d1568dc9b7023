import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach, type Query } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { FormColumns } from '@/components/staff/form-columns'
import { PageHead } from '@/components/staff/page-head'
import { getFieldUse, listManagedFields } from '@/db/units/fields'
import { formatCount } from '@/domain/number-format'
import { messagesFor, translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { UnitFrame } from '../../units/frame'
import { Outcome } from '../../units/outcome'
import { fieldList } from '../addresses'
import { FactsForm } from './facts-form'
import { ShowForm } from './show-form'

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Query>
}

export const generateMetadata = titled('fields.edit.title')

/** One field: what it is called, where it belongs, whether it is offered. */
export default async function FieldPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const code = decodeURIComponent((await params).code)
  const all = await listManagedFields(scope)
  const field = all.find((one) => one.code === code)
  const use = field ? await getFieldUse(scope, field.id) : null
  if (!field || !use) notFound()
  const locale = await requestLocale()
  const t = translator(locale)
  const asked = oneOfEach(await searchParams)
  const n = (count: number) => formatCount(count, locale)
  const part = { field, all, params: asked, locale }
  return (
    <UnitFrame scope={scope} locale={locale} current={fieldList}>
      <Outcome params={asked} locale={locale} words={messagesFor(locale).fields.done} />
      <PageHead title={field.name} back={{ href: fieldList, label: t('fields.back') }}>
        <p>
          <span translate="no">{t('fields.code', { code })}</span>
          {field.hiddenAt !== null && ` · ${t('fields.hidden')}`}
        </p>
        <p>{t('fields.use', { desks: n(use.desks), links: n(use.links) })}</p>
      </PageHead>
      <FormColumns>
        <FactsForm {...part} />
        <ShowForm {...part} />
      </FormColumns>
    </UnitFrame>
  )
}
