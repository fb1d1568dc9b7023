import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach, type Query } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { PageHead } from '@/components/staff/page-head'
import { listManagedFields } from '@/db/units/fields'
import { administersEverything } from '@/domain/access'
import { messagesFor, translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { list } from '../units/addresses'
import { UnitFrame } from '../units/frame'
import { Outcome } from '../units/outcome'
import styles from '../units/page.module.css'
import { SearchForm } from '../units/search-form'
import { AddForm } from './add-field'
import { fieldList } from './addresses'
import { Fields } from './field-rows'

type Props = { searchParams: Promise<Query> }

export const generateMetadata = titled('fields.title')

/** The fields of procedures of the whole installation, by group: for who administers all of it. */
export default async function FieldsPage({ searchParams }: Props) {
  const scope = await requireStaff()
  if (!administersEverything(scope)) notFound()
  const fields = await listManagedFields(scope)
  const params = oneOfEach(await searchParams)
  const locale = await requestLocale()
  const t = translator(locale)
  const part = { fields, params, locale }
  return (
    <UnitFrame scope={scope} locale={locale} current={fieldList}>
      <Outcome params={params} locale={locale} words={messagesFor(locale).fields.done} />
      <PageHead
        title={t('fields.title')}
        back={{ href: list, label: t('offices.one.back') }}
        intro={t('fields.intro')}
      >
        <p className={styles.ways}>
          <a href="#add">{t('fields.add.title')}</a>
          <a href="/dashboard/field-list/import">{t('fields.add.import')}</a>
        </p>
      </PageHead>
      <SearchForm path={fieldList} params={params} locale={locale} />
      <Fields {...part} />
      <AddForm {...part} />
    </UnitFrame>
  )
}
