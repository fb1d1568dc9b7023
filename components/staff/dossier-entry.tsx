import type { DossierCounts } from '@/domain/dossier/dossier'
import { onTimeOfReceived, onTimeOfResolved } from '@/domain/dossier/rates'
import { formatCount, formatFraction, formatRate } from '@/domain/number-format'
import { formatDayTime } from '@/domain/period'
import type { Rate } from '@/domain/rate'
import type { Translate } from '@/lib/i18n'
import styles from './dossier-entries.module.css'

export type ShownEntry = Readonly<{
  id: number
  field: Readonly<{ name: string }> | null
  counts: DossierCounts
  source: string
  enteredAt: number
  enteredBy: string | null
  ended: Readonly<{ at: number; by: string | null; reason: string; isReplaced: boolean }> | null
}>

/** One entry: its numbers, who made it, and what became of it. */
export function EntryRow(props: { entry: ShownEntry; t: Translate; choosable: boolean }) {
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
