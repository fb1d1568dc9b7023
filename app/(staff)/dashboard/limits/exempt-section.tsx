import { FormCard } from '@/components/staff/form-card'
import { FormColumns } from '@/components/staff/form-columns'
import { RangeList } from '@/components/staff/range-list'
import { TextField } from '@/components/staff/text-field'
import { listExemptRanges, longestLabel } from '@/db/limits/exempt-ranges'
import type { Scope } from '@/domain/access'
import type { Translate } from '@/lib/i18n'

/** The networks that are exempt, and the form that adds one. */
export async function ExemptSection(props: {
  scope: Scope
  t: Translate
  /** What was typed into a form that was refused, and what was wrong in it. */
  typed: URLSearchParams | null
  wrong: string
  /** From where the reader comes; null where it is not known. */
  address: string | null
}) {
  const { scope, t, typed, wrong, address } = props
  return (
    <FormColumns>
      <RangeList t={t} ranges={await listExemptRanges(scope)} />
      <FormCard
        title={t('limits.add.title')}
        note={address ? t('limits.add.here', { address }) : t('limits.add.nowhere')}
        action="/dashboard/limits/exempt"
        submit={t('limits.add.submit')}
      >
        <TextField
          id="label"
          label={t('limits.add.label')}
          defaultValue={typed?.get('label') ?? ''}
          maxLength={longestLabel}
          required
          invalid={wrong === 'label'}
        />
        <TextField
          id="range"
          label={t('limits.add.range')}
          defaultValue={typed?.get('range') ?? ''}
          maxLength={50}
          spellCheck={false}
          required
          invalid={wrong === 'range'}
        />
      </FormCard>
    </FormColumns>
  )
}
