import { DossierChoiceFields } from '@/components/staff/dossier-choice'
import { TextField } from '@/components/staff/text-field'
import box from '@/components/ui/box.module.css'
import { Button } from '@/components/ui/button'
import { localDay } from '@/domain/period'
import type { Unit } from '@/domain/unit'
import type { Translate } from '@/lib/i18n'
import { firstUnit, unitOptions } from '../../unit-options'
import { dossiersPath } from '../addresses'
import styles from '../page.module.css'
import { chosenPeriod } from '../period'
import { yearsUntil } from '../years'

/** The file, and whose and when its table is where the file does not say. */
export function UploadForm(props: {
  units: readonly Unit[]
  params: URLSearchParams
  now: number
  t: Translate
  /** What was wrong with what was sent. */
  problem: string | null
}) {
  const { units, params, t } = props
  const today = localDay(props.now)
  const chosen = chosenPeriod(params, today)
  return (
    <form
      method="post"
      action={`${dossiersPath}/import/read`}
      encType="multipart/form-data"
      className={box.card}
    >
      <h2>{t('dossiers.import.placeTitle')}</h2>
      <p className={box.hint}>{t('dossiers.import.placeNote')}</p>
      <DossierChoiceFields
        t={t}
        units={unitOptions(units)}
        years={yearsUntil(today, chosen.year)}
        unit={params.get('unit') ?? firstUnit(units)?.code ?? ''}
        chosen={chosen}
        invalid={props.problem !== null && !isFileProblem(props.problem)}
      />
      {/* Last: of a file that is too large, only what comes before it is read. */}
      <TextField
        className={styles.short}
        id="file"
        type="file"
        label={t('dossiers.import.file')}
        accept=".csv,.xlsx"
        required
        invalid={isFileProblem(props.problem)}
      />
      <Button type="submit">{t('dossiers.import.read')}</Button>
      <p className={box.hint}>
        <a href={`${dossiersPath}/template.xlsx`}>{t('dossiers.import.templateExcel')}</a>
        <span aria-hidden> · </span>
        <a href={`${dossiersPath}/template.csv`}>{t('dossiers.import.template')}</a>
      </p>
      <p className={box.hint}>{t('dossiers.import.templateNote')}</p>
    </form>
  )
}

export const isFileProblem = (code: string | null) =>
  code === 'no-file' || code === 'file-too-large'
