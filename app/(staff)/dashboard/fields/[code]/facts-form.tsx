import { FormCard } from '@/components/staff/form-card'
import { Button } from '@/components/ui/button'
import { type Field, hasMembers } from '@/domain/field'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { fieldHref } from '../addresses'
import { FieldInputs, groupsFor } from '../field-inputs'

export type PartProps = Readonly<{
  field: Field
  all: readonly Field[]
  params: URLSearchParams
  locale: Locale
}>

/** What the field is called, and to which group it belongs. */
export function FactsForm({ field, all, params, locale }: PartProps) {
  const t = translator(locale)
  const isGroup = hasMembers(field, all)
  const isBack = params.has('problem')
  const group = all.find(({ id }) => id === field.groupId)
  return (
    <FormCard
      title={t('fields.edit.title')}
      note={t(isGroup ? 'fields.edit.groupNote' : 'fields.edit.note')}
      action={`${fieldHref(field.code)}/facts`}
    >
      <FieldInputs
        name={(isBack ? params.get('name') : null) ?? field.name}
        group={(isBack ? params.get('group') : null) ?? group?.code ?? ''}
        groups={isGroup ? [] : groupsFor(all, field)}
        wrong={params.get('field')}
        locale={locale}
      />
      <Button type="submit">{t('fields.edit.save')}</Button>
    </FormCard>
  )
}
