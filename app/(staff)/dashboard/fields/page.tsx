import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import type { Query } from '@/app/query'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { FieldList } from '@/components/staff/field-list'
import { FormCard } from '@/components/staff/form-card'
import { FormColumns } from '@/components/staff/form-columns'
import { PageHead } from '@/components/staff/page-head'
import { TextField } from '@/components/staff/text-field'
import { Button } from '@/components/ui/button'
import { listManagedFields } from '@/db/managed-fields'
import { administersEverything } from '@/domain/access'
import { type Field, groupFields } from '@/domain/field'
import { foldText } from '@/domain/folded-text'
import { formatCount } from '@/domain/number-format'
import type { Locale } from '@/domain/survey'
import { messagesFor, translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { list } from '../units/addresses'
import { UnitFrame } from '../units/frame'
import { Outcome } from '../units/outcome'
import styles from '../units/page.module.css'
import { fieldList } from './addresses'
import { FieldInputs, groupsFor } from './field-inputs'

type Props = { searchParams: Promise<Query> }
type PartProps = Readonly<{ fields: readonly Field[]; params: URLSearchParams; locale: Locale }>

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
      <form method="get" action={fieldList} className={styles.search}>
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
      <Fields {...part} />
      <AddForm {...part} />
    </UnitFrame>
  )
}

/** All of them, or those whose name or code matches a search, with their group or their fields. */
function Fields({ fields, params, locale }: PartProps) {
  const t = translator(locale)
  const text = params.get('q') ?? ''
  const asked = foldText(text)
  const found = fields.filter(({ code, name }) => foldText(`${name} ${code}`).includes(asked))
  const n = (count: number) => formatCount(count, locale)
  const hidden = fields.filter(({ hiddenAt }) => hiddenAt !== null).length
  return (
    <section className={styles.part} aria-label={t('fields.list')}>
      {asked ? (
        <p role="status">
          {found.length > 0
            ? t('offices.found', { n: n(found.length) })
            : t('fields.foundNone', { text })}{' '}
          <a href={fieldList}>{t('offices.all')}</a>
        </p>
      ) : (
        <p>{t('fields.count', { n: n(fields.length - hidden), hidden: n(hidden) })}</p>
      )}
      {found.length > 0 && <FieldList groups={groupFields(found)} all={fields} locale={locale} />}
    </section>
  )
}

function AddForm({ fields, params, locale }: PartProps) {
  const t = translator(locale)
  return (
    <FormColumns id="add">
      <FormCard
        title={t('fields.add.title')}
        note={t('fields.add.note')}
        action="/dashboard/field-list/add"
      >
        <FieldInputs
          name={params.get('name') ?? ''}
          group={params.get('group') ?? ''}
          groups={groupsFor(fields)}
          wrong={params.get('field')}
          locale={locale}
        />
        <Button type="submit">{t('fields.add.submit')}</Button>
      </FormCard>
    </FormColumns>
  )
}
