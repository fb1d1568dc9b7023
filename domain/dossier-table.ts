import type { DossierCounts } from './dossier'
import type { Period } from './period'
import type { Rate } from './rate'

/** Every share with both its numbers; a share is null where the source does not give one of them. */
export type DossierShares = Readonly<{
  counts: DossierCounts
  onTimeOfReceived: Rate | null
  onTimeOfResolved: Rate | null
  inProgressOfReceived: Rate | null
}>

export type DossierTable = Readonly<{
  unit: Readonly<{ code: string; name: string }>
  period: Period
  /** Each unit's own dossiers; `shares` is null where there are no statistics for exactly this period. */
  rows: readonly Readonly<{
    unit: Readonly<{ code: string; name: string }>
    shares: DossierShares | null
    sources: readonly string[]
  }>[]
  /** Null unless every unit listed has statistics for exactly this period. */
  total: DossierShares | null
}>
