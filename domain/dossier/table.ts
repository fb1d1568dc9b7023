import type { Period } from '../period'
import { type Rate, share } from '../rate'
import type { DossierCounts } from './dossier'

/** Every share with both its numbers; a share is null where the source does not give one of them. */
export type DossierShares = Readonly<{
  counts: DossierCounts
  onTimeOfReceived: Rate | null
  onTimeOfResolved: Rate | null
  inProgressOfReceived: Rate | null
}>

/** A unit's own dossiers; `shares` is null where there are no statistics for exactly this period. */
export type DossierRow = Readonly<{
  unit: Readonly<{ code: string; name: string }>
  shares: DossierShares | null
  sources: readonly string[]
}>

export type DossierTable = Readonly<{
  unit: Readonly<{ code: string; name: string }>
  period: Period
  rows: readonly DossierRow[]
  /** Null unless every unit listed has statistics for exactly this period. */
  total: DossierShares | null
}>

/**
 * The units with the lowest on-time share, lowest first. All by the same denominator: what was received, where every unit
 * knows it, else what was resolved. Units whose share is not known are left out.
 */
export function lowestOnTime(rows: readonly DossierRow[], most: number): DossierRow[] {
  const known = rows.flatMap((row) => (row.shares ? [{ row, shares: row.shares }] : []))
  const name = known.every(({ shares }) => shares.onTimeOfReceived)
    ? 'onTimeOfReceived'
    : 'onTimeOfResolved'
  return known
    .flatMap(({ row, shares }) => {
      const rate = shares[name]
      const onTime = rate && share(rate)
      return onTime === null ? [] : [{ row, onTime }]
    })
    .sort((a, b) => a.onTime - b.onTime)
    .slice(0, most)
    .map(({ row }) => row)
}
