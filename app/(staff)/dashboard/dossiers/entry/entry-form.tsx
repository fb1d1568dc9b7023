import { DossierGrid } from '@/components/staff/dossier-grid'
import { FormCard } from '@/components/staff/form-card'
import { TextField } from '@/components/staff/text-field'
import box from '@/components/ui/box.module.css'
import { ErrorSummary } from '@/components/ui/error-summary'
import { longest } from '@/db/dossiers/changes'
import type { DossierEntry } from '@/db/dossiers/entries'
import { dossierParts } from '@/domain/dossier/dossier'
import { allFields, cellName, type TypedTable } from '@/domain/dossier/form'
import type { Period } from '@/domain/period'
import type { Unit } from '@/domain/unit'
import { sayDossierProblem } from '@/lib/dossier-words'
import type { Translate } from '@/lib/i18n'
import { dossiersPath } from '../addresses'
import styles from '../page.module.css'
import type { KeptTable } from './kept-table'

/** The table with what stands in it, or with what was typed and could not be stored. */
export function EntryForm(props: {
  title: string
  unit: Unit
  period: Period
  t: Translate
  fields: readonly Readonly<{ code: string; name: string }>[]
  standing: readonly DossierEntry[]
  kept: KeptTable | null
  draft: string
}) {
  const { unit, period, t, standing, kept } = props
  const rows = [
    { key: allFields, name: t('dossiers.entry.all') },
    ...props.fields.map(({ code, name }) => ({ key: code, name })),
  ]
  const wrong = (kept?.problems ?? []).map(({ row, problem }) => placeOf(row, problem.field))
  return (
    <>
      {kept && kept.problems.length > 0 && (
        <ErrorSummary
          title={t('dossiers.wrong')}
          items={kept.problems.map(({ row, problem }, index) => ({
            href: `#${wrong[index]}`,
            text: sayDossierProblem(problem, rows.find(({ key }) => key === row)?.name ?? '', t),
          }))}
        />
      )}
      <FormCard
        title={props.title}
        action={`${dossiersPath}/entry/save`}
        submit={t(standing.length > 0 ? 'dossiers.entry.correct' : 'dossiers.entry.submit')}
        values={{
          ...{ unit: unit.code, from: period.from, to: period.to },
          ...(kept ? { draft: props.draft } : {}),
          seen: standing.map(({ id }) => id).join(' '),
        }}
      >
        <p className={box.hint}>{t('dossiers.entry.how')}</p>
        <p className={box.hint}>{t('dossiers.entry.sums')}</p>
        <DossierGrid
          t={t}
          label={t('dossiers.entry.table')}
          rows={rows}
          typed={kept?.typed ?? typedOf(standing)}
          wrong={new Set(wrong)}
          merged={standing.some(isMerged) || Object.keys(kept?.typed ?? {}).some(isMergedCell)}
        />
        <p className={box.hint}>{t('dossiers.entry.both')}</p>
        <TextField
          id="source"
          label={t('dossiers.entry.source')}
          maxLength={longest.source}
          defaultValue={kept?.source ?? ''}
          invalid={wrong.includes('source')}
        />
        {standing.length > 0 && (
          <div className={styles.short}>
            <p className={box.hint}>{t('dossiers.entry.reasonNote')}</p>
            <TextField
              id="reason"
              label={t('dossiers.entry.reason')}
              maxLength={longest.reason}
              defaultValue={kept?.reason ?? ''}
              invalid={wrong.includes('reason')}
            />
          </div>
        )}
      </FormCard>
    </>
  )
}

/** The id of the input that a problem belongs to. */
function placeOf(row: string, field: string | undefined): string {
  const part = dossierParts.find((one) => one === field)
  if (field === 'reason' || field === 'source') return field
  return cellName(row || allFields, part ?? 'received')
}

function typedOf(standing: readonly DossierEntry[]): TypedTable {
  const typed: Record<string, string> = {}
  for (const { field, counts } of standing) {
    for (const part of dossierParts) {
      const value = counts[part]
      if (value !== null) typed[cellName(field?.code ?? allFields, part)] = String(value)
    }
  }
  return typed
}

/** Whether the source gave "before time" and "on time" only together. */
const isMerged = ({ counts }: DossierEntry) =>
  counts.resolvedInTime !== null &&
  (counts.resolvedBefore === null || counts.resolvedOnTime === null)

const isMergedCell = (name: string) => name.startsWith(cellName('', 'resolvedInTime'))
