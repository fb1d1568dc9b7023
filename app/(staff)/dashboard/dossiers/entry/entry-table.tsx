import { Notice } from '@/components/ui/notice'
import { listDossierEntries } from '@/db/dossiers/entries'
import { listFields } from '@/db/units/fields'
import { compareNames } from '@/domain/name-order'
import { formatDays, halfMonthsOf, type Period } from '@/domain/period'
import type { Unit } from '@/domain/unit'
import { fieldLabel } from '@/lib/field-label'
import type { Translate } from '@/lib/i18n'
import { EntriesSection } from './entries-section'
import { EntryForm } from './entry-form'
import type { readKeptTable } from './kept-table'

/** What stands for a unit and days, as a table that is filled in. */
export async function Table(props: {
  unit: Unit
  period: Period
  t: Translate
  kept: ReturnType<typeof readKeptTable>
  draft: string
  problem: string | null
}) {
  const { unit, period, t, kept } = props
  const [entries, fields] = await Promise.all([listDossierEntries(unit, period), listFields()])
  const standing = entries.filter(({ ended }) => ended === null)
  // A field that is hidden by now is left where the table has it already.
  const offered = fields.filter(
    ({ code, hiddenAt }) => hiddenAt === null || standing.some(({ field }) => field?.code === code),
  )
  const rows = offered.map((field) => ({
    code: field.code,
    name: fieldLabel(field, fields, t),
  }))
  return (
    <>
      {!halfMonthsOf(period) && <Notice tone="caution">{t('dossiers.entry.odd')}</Notice>}
      <EntryForm
        title={t('dossiers.entry.for', { unit: unit.name, ...formatDays(period) })}
        unit={unit}
        period={period}
        t={t}
        fields={rows.toSorted((a, b) => compareNames(a.name, b.name))}
        standing={standing}
        kept={kept}
        draft={props.draft}
      />
      <EntriesSection unit={unit} period={period} t={t} entries={entries} problem={props.problem} />
    </>
  )
}
