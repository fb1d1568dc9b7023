import { Region } from '@/components/ui/region'
import type { DossierCounts } from '@/domain/dossier/dossier'
import { onTimeOfReceived, onTimeOfResolved } from '@/domain/dossier/rates'
import { formatCount, formatFraction, formatRate } from '@/domain/number-format'
import { formatDayTime } from '@/domain/period'
import type { Rate } from '@/domain/rate'
import type { Translate } from '@/lib/i18n'
import styles from './dossier-entries.module.css'

const columns = [
  'dossiers.group.received',
  'dossiers.group.resolved',
  'dossiers.group.inProgress',
  'figures.page.dossiers.onTimeOfResolved',
  'figures.page.dossiers.onTimeOfReceived',
] as const

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
            {columns.map((word) => (
              <th key={word} scope="col" className={styles.number}>
                {t(word)}
              </th>
            ))}
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

type ShownEntry = Readonly<{
  id: number
  field: Readonly<{ name: string }> | null
  counts: DossierCounts
  source: string
  enteredAt: number
  enteredBy: string | null
  ended: Readonly<{ at: number; by: string | null; reason: string; isReplaced: boolean }> | null
}>

/** One entry: its numbers, who made it, and what became of it. */
function EntryRow(props: { entry: ShownEntry; t: Translate; choosable: boolean }) {
  const { entry, t, choosable } = props
  const { counts, ended } = entry
  const name = entry.field?.name ?? t('dossiers.entry.all')
  const count = (value: number | null) =>
    value === null ? t('dossiers.entries.unknown') : formatCount(value, t.locale)
  return (
    <tr>
      {choosable && (
        <td>
          <label className={styles.tick}>
            <input
              type="checkbox"
              name="ids"
              value={entry.id}
              aria-label={t('dossiers.entries.chooseNamed', { name })}
            />
          </label>
        </td>
      )}
      <th scope="row">{name}</th>
      <td className={styles.number}>{count(counts.received)}</td>
      <td className={styles.number}>{count(counts.resolved)}</td>
      <td className={styles.number}>{count(counts.inProgress)}</td>
      <td className={styles.number}>
        <NamedRate rate={onTimeOfResolved(counts)} t={t} />
      </td>
      <td className={styles.number}>
        <NamedRate rate={onTimeOfReceived(counts)} t={t} />
      </td>
      <td>
        {`${entry.enteredBy ?? t('dossiers.entries.command')}, ${formatDayTime(entry.enteredAt)}`}
        <span className={styles.soft}>
          {t('dossiers.entries.source', { source: entry.source })}
        </span>
        {ended && (
          <span className={styles.soft}>
            {t(ended.isReplaced ? 'dossiers.entries.replaced' : 'dossiers.entries.withdrawn', {
              name: ended.by ?? t('dossiers.entries.command'),
              at: formatDayTime(ended.at),
              reason: ended.reason,
            })}
          </span>
        )}
      </td>
    </tr>
  )
}

function NamedRate({ rate, t }: { rate: Rate | null; t: Translate }) {
  if (!rate) return t('dossiers.entries.unknown')
  return (
    <>
      {formatRate(rate, t.locale)}
      <span className={styles.soft}>{`(${formatFraction(rate, t.locale)})`}</span>
    </>
  )
}
