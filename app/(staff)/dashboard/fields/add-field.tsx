import { FormCard } from '@/components/staff/form-card'
import { FormColumns } from '@/components/staff/form-columns'
import { Button } from '@/components/ui/button'
import { translator } from '@/lib/i18n'
import { FieldInputs, groupsFor } from './field-inputs'
import type { PartProps } from './field-rows'

/** A new field. */
export function AddForm({ fields, params, locale }: PartProps) {
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
