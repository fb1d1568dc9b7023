import { FormCard } from '@/components/staff/form-card'
import { Button } from '@/components/ui/button'
import { translator } from '@/lib/i18n'
import { fieldHref } from '../addresses'
import type { PartProps } from './facts-form'

/** Hides the field where one is chosen, or offers it again. */
export function ShowForm({ field, locale }: PartProps) {
  const t = translator(locale)
  const way = field.hiddenAt === null ? 'hide' : 'show'
  return (
    <FormCard
      title={t(`fields.${way}.title`)}
      note={t(`fields.${way}.note`)}
      action={`${fieldHref(field.code)}/${way}`}
    >
      <Button type="submit" look="quiet">
        {t(`fields.${way}.submit`)}
      </Button>
    </FormCard>
  )
}
