import type { Rate } from '../rate'
import type { DossierCounts } from './dossier'

/** (before time + on time) of the dossiers resolved; null where the source does not give both. */
export const onTimeOfResolved = (counts: DossierCounts): Rate | null =>
  rateOf(counts.resolvedInTime, counts.resolved)

/** The same dossiers of all received, those still in progress included: named as such. */
export const onTimeOfReceived = (counts: DossierCounts): Rate | null =>
  rateOf(counts.resolvedInTime, counts.received)

export const inProgressOfReceived = (counts: DossierCounts): Rate | null =>
  rateOf(counts.inProgress, counts.received)

function rateOf(k: number | null, n: number | null): Rate | null {
  return k === null || n === null ? null : { k, n }
}
