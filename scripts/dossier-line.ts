import type { DossierCounts, DossierPart } from '@/domain/dossier'
import type { Period } from '@/domain/period'
import type { UnitLevel } from '@/domain/unit'

/** A unit that the file names; it is made where it is not there yet. */
export type NamedUnit = Readonly<{
  code: string
  name: string | null
  level: UnitLevel
  parent: string | null
}>

/** One unit's (and field's) dossiers over one period, with the place in the file for messages. */
export type DossierLine = Readonly<{
  at: string
  unit: NamedUnit
  field: string | null
  period: Period
  counts: DossierCounts
}>

export type DossierFile = Readonly<{ source: string; lines: readonly DossierLine[] }>

/** What a row of either kind of file says, cells still as text or null. */
export type RawLine = Readonly<{
  at: string
  cell: (
    name: DossierPart | 'code' | 'name' | 'level' | 'parent' | 'field' | 'from' | 'to',
  ) => string | null
}>
