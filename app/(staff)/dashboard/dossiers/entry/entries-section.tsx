import { DossierEntries } from '@/components/staff/dossier-entries'
import { HiddenFields } from '@/components/staff/hidden-fields'
import { TextField } from '@/components/staff/text-field'
import box from '@/components/ui/box.module.css'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { longest } from '@/db/dossiers/changes'
import type { DossierEntry } from '@/db/dossiers/entries'
import type { Period } from '@/domain/period'
import type { Unit } from '@/domain/unit'
import { sayDossierProblem } from '@/lib/dossier-words'
import type { Translate } from '@/lib/i18n'
import { dossiersPath } from '../addresses'
import styles from '../page.module.css'

/** What stands for this unit and period, to be looked at and withdrawn, and what stood before. */
export function EntriesSection(props: {
  unit: Unit
  period: Period
  t: Translate
  entries: readonly DossierEntry[]
  problem: string | null
}) {
  const { unit, period, t, entries, problem } = props
  const standing = entries.filter(({ ended }) => ended === null)
  const earlier = entries.filter(({ ended }) => ended !== null)
  const title = t('dossiers.entries.title')
  if (entries.length === 0) return <p>{t('dossiers.entries.none')}</p>
  return (
    <>
      {problem && (
        <ErrorSummary
          title={t('dossiers.wrong')}
          items={[
            {
              href: problem === 'nothing-chosen' ? '#entered' : '#withdraw-reason',
              text: sayDossierProblem({ code: problem, params: { max: longest.reason } }, '', t),
            },
          ]}
        />
      )}
      {standing.length > 0 && (
        <form
          method="post"
          action={`${dossiersPath}/withdraw`}
          className={box.card}
          aria-labelledby="entered"
        >
          <h2 id="entered">{title}</h2>
          <DossierEntries t={t} label={title} entries={standing} choosable />
          <h3>{t('dossiers.entries.withdrawTitle')}</h3>
          <p className={box.hint}>{t('dossiers.entries.withdrawNote')}</p>
          <HiddenFields values={{ unit: unit.code, from: period.from, to: period.to }} />
          <TextField
            className={styles.short}
            id="withdraw-reason"
            label={t('dossiers.entries.withdrawReason')}
            maxLength={longest.reason}
            invalid={problem === 'blank-reason'}
          />
          <Button type="submit" look="quiet">
            {t('dossiers.entries.withdraw')}
          </Button>
        </form>
      )}
      {earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>{t('dossiers.entries.earlier', { n: earlier.length })}</summary>
          <div className={box.card}>
            <DossierEntries
              t={t}
              label={t('dossiers.entries.earlier', { n: earlier.length })}
              entries={earlier}
              choosable={false}
            />
          </div>
        </details>
      )}
    </>
  )
}
