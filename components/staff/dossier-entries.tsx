import { Region } from '@/components/ui/region'
import type { Translate } from '@/lib/i18n'
import styles from './dossier-entries.module.css'
import { EntryRow, type ShownEntry } from './dossier-entry'

/** Entries of one unit and period: counts, on-time rates by name, who entered them, when and from what. */
export function DossierEntries(props: {
  t: Translate
  label: string
  entries: readonly ShownEntry[]
  /** Entries that can be chosen: a tick box each. */
  choosable: boolean
}) {
  const { t, entries, choosable } = props
  return (
    <Region label={props.label}>
      <table className={styles.table}>
        <thead>
          <tr>
            {choosable && <th scope="col">{t('label.choose')}</th>}
            <th scope="col">{t('label.field')}</th>
            <th scope="col" className={styles.number}>
              {t('dossiers.group.received')}
            </th>
            <th scope="col" className={styles.number}>
              {t('dossiers.group.resolved')}
            </th>
            <th scope="col" className={styles.number}>
              {t('dossiers.group.inProgress')}
            </th>
            <th scope="col" className={styles.number}>
              {t('figures.page.dossiers.onTimeOfResolved')}
            </th>
            <th scope="col" className={styles.number}>
              {t('figures.page.dossiers.onTimeOfReceived')}
            </th>
            <th scope="col">{t('dossiers.entries.entered')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} t={t} choosable={choosable} />
          ))}
        </tbody>
      </table>
    </Region>
  )
}
