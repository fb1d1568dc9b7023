import 'server-only'
import type { DossierCounts } from '@/domain/dossier/dossier'
import type { Period } from '@/domain/period'
import type { Problem } from '@/domain/problem'
import type { Standing } from './standing'

export type StatRow = Readonly<{
  unitCode: string
  fieldCode: string | null
  period: Period
  counts: DossierCounts
}>

export type PlanProblem = Problem<'not-found' | 'overlaps-entry' | 'fields-exceed-all'>

/** What a change would do, row by row. */
export type Plan<Row extends StatRow = StatRow> = Readonly<{
  added: readonly Row[]
  replaced: readonly Readonly<{ row: Row; id: number }>[]
  /** Rows that say what stands already; they are left alone. */
  same: readonly Row[]
  problems: readonly Readonly<{ row: Row; problem: PlanProblem }>[]
}>

/** The units that rows may be for, by code; null for one that the same change makes. */
export type KnownUnits = ReadonlyMap<string, number | null>

export type Places = ReadonlyMap<string, readonly Standing[]>

/** By unit and field; for finding what stands there. */
export const placeOf = (unitId: number | null, fieldId: number | null) =>
  `${unitId ?? 'new'} ${fieldId ?? ''}`

export const isSamePeriod = (a: Period, b: Period) => a.from === b.from && a.to === b.to
