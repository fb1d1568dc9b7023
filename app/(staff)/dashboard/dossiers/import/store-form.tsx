import { DossierPreview } from '@/components/staff/dossier-preview'
import { FormCard } from '@/components/staff/form-card'
import { ListFindings } from '@/components/staff/list-findings'
import { TextField } from '@/components/staff/text-field'
import box from '@/components/ui/box.module.css'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { longest } from '@/db/dossiers/changes'
import { planChange } from '@/db/dossiers/plan'
import { listFields } from '@/db/units/fields'
import type { Scope } from '@/domain/access'
import { formatCount } from '@/domain/number-format'
import type { Unit } from '@/domain/unit'
import { sayDossierProblem } from '@/lib/dossier-words'
import type { Translate } from '@/lib/i18n'
import { dossiersPath } from '../addresses'
import styles from '../page.module.css'
import type { KeptFile } from './kept-file'

const mostShown = 100

/** What storing the file would add and replace, and the form that does it. */
async function StoreForm({
  draft,
  kept,
  units,
  t,
  plan,
}: Props & { plan: Awaited<ReturnType<typeof planChange>> }) {
  const isNew = plan.added.length + plan.replaced.length > 0
  const unitNames = new Map(units.map(({ code, name }) => [code, name]))
  const fieldNames = new Map((await listFields()).map(({ code, name }) => [code, name]))
  const rows = kept.rows
    .slice(0, mostShown)
    .map(({ row, unitCode, fieldCode, period, counts }) => ({
      row,
      unit: unitNames.get(unitCode) ?? unitCode,
      field:
        fieldCode === null ? t('dossiers.entry.all') : (fieldNames.get(fieldCode) ?? fieldCode),
      period,
      counts,
    }))
  const n = (count: number) => ({ n: formatCount(count, t.locale) })
  return (
    <FormCard
      title={t('label.preview', { file: kept.file })}
      action={`${dossiersPath}/import/store`}
      values={{ draft, seen: plan.replaced.map(({ id }) => id).join(' ') }}
    >
      <ul className={styles.list}>
        <li>{t('dossiers.import.added', n(plan.added.length))}</li>
        {plan.replaced.length > 0 && (
          <li>{t('dossiers.import.replacing', n(plan.replaced.length))}</li>
        )}
        {plan.same.length > 0 && <li>{t('dossiers.import.same', n(plan.same.length))}</li>}
        {kept.skipped > 0 && <li>{t('dossiers.import.skipped', n(kept.skipped))}</li>}
      </ul>
      <h3>{t('dossiers.import.rowsTitle')}</h3>
      {kept.rows.length > mostShown && (
        <p className={box.hint}>{t('dossiers.import.rowsFirst', n(mostShown))}</p>
      )}
      <DossierPreview t={t} label={t('dossiers.import.rowsTitle')} rows={rows} />
      {!isNew && <Notice>{t('dossiers.import.nothing')}</Notice>}
      {plan.replaced.length > 0 && (
        <TextField id="reason" label={t('dossiers.entry.reason')} maxLength={longest.reason} />
      )}
      <div className={box.row}>
        {isNew && <Button type="submit">{t('dossiers.import.store')}</Button>}
        <ButtonLink look="quiet" href={`${dossiersPath}/import`}>
          {t('dossiers.import.cancel')}
        </ButtonLink>
      </div>
    </FormCard>
  )
}

type Props = Readonly<{
  scope: Scope
  draft: string
  kept: KeptFile
  units: readonly Unit[]
  t: Translate
}>

/** What storing the file would do, or everything that is wrong with it. */
export async function Preview(props: Props) {
  const { scope, kept, t } = props
  const plan = await planChange(scope, kept.rows)
  const findings = [
    ...kept.findings,
    ...plan.problems.map(({ row, problem }) => ({ row: row.row, problem })),
  ]
  const n = kept.problems + plan.problems.length
  if (n > 0) {
    const said = findings.map(({ row, problem }) => ({
      row,
      text: sayDossierProblem(problem, '', t),
    }))
    return <ListFindings of="dossiers" findings={said} n={n} t={t} />
  }
  return <StoreForm {...props} plan={plan} />
}
