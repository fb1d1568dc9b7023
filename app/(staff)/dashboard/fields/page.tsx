import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireRight } from '@/auth/session'
import { FieldList } from '@/components/staff/field-list'
import { FormCard } from '@/components/staff/form-card'
import { FormColumns } from '@/components/staff/form-columns'
import { PageHead } from '@/components/staff/page-head'
import box from '@/components/ui/box.module.css'
import { listManagedFields } from '@/db/units/fields'
import { type Field, groupFields } from '@/domain/field'
import { foldText } from '@/domain/folded-text'
import { formatCount } from '@/domain/number-format'
import type { Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../staff-page'
import { Outcome } from '../outcome'
import { list } from '../units/addresses'
import { SearchForm } from '../units/search-form'
import { fieldList } from './addresses'
import { FieldInputs, groupsFor } from './field-inputs'

export const generateMetadata = titled('fields.title')

/** The fields of procedures of the whole installation, by group: for who administers all of it. */
export default async function FieldsPage({ searchParams }: PageProps<'/dashboard/fields'>) {
  const scope = await requireRight('installation')
  const fields = await listManagedFields(scope)
  const params = oneOfEach(await searchParams)
  const t = await requestWords()
  const part = { fields, params, t }
  return (
    <StaffPage scope={scope} t={t} current={fieldList}>
      <Outcome params={params} t={t} of="fields" />
      <PageHead
        title={t('fields.title')}
        back={{ href: list, label: t('offices.one.back') }}
        intro={t('fields.intro')}
      >
        <p className={box.ways}>
          <a href="#add">{t('fields.add.title')}</a>
          <a href="/dashboard/field-list/import">{t('fields.add.import')}</a>
        </p>
      </PageHead>
      <SearchForm path={fieldList} params={params} t={t} />
      <Fields {...part} />
      <AddForm {...part} />
    </StaffPage>
  )
}

/** A new field. */
function AddForm({ fields, params, t }: PartProps) {
  return (
    <FormColumns id="add">
      <FormCard
        title={t('fields.add.title')}
        note={t('fields.add.note')}
        action="/dashboard/field-list/add"
        submit={t('fields.add.submit')}
      >
        <FieldInputs
          name={params.get('name') ?? ''}
          group={params.get('group') ?? ''}
          groups={groupsFor(fields)}
          wrong={params.get('field')}
          t={t}
        />
      </FormCard>
    </FormColumns>
  )
}

type PartProps = Readonly<{
  fields: readonly Field[]
  params: URLSearchParams
  t: Translate
}>

/** All of them, or those whose name or code matches a search, with their group or their fields. */
function Fields({ fields, params, t }: PartProps) {
  const text = params.get('q') ?? ''
  const asked = foldText(text)
  const found = fields.filter(({ code, name }) => foldText(`${name} ${code}`).includes(asked))
  const n = (count: number) => formatCount(count, t.locale)
  const hidden = fields.filter(({ hiddenAt }) => hiddenAt !== null).length
  return (
    <section className={box.stack} aria-label={t('fields.list')}>
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
      {found.length > 0 && <FieldList groups={groupFields(found)} all={fields} t={t} />}
    </section>
  )
}
