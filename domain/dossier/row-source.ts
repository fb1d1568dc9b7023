import type { Period } from '../period'
import { withoutPiles } from '../piled-marks'
import type { Problem } from '../problem'
import type { UnitLevel } from '../unit'
import type { Cell } from './cell'
import type { DossierColumn } from './columns'

/** A unit that a file names. */
export type NamedUnit = Readonly<{
  code: string
  name: string | null
  level: UnitLevel
  parent: string | null
}>

/** What a file need not say itself. */
export type FileContext = Readonly<{
  /** For a file without a column for the unit. */
  unit: NamedUnit | null
  /** For a file without columns for the period. */
  period: Period | null
  fields: readonly Readonly<{ code: string; name: string }>[]
  /** The codes a file may name; null where it may bring in new ones. */
  units: ReadonlySet<string> | null
}>

/** What one row says, by column. */
export type RowSource = Readonly<{
  row: number
  cell: (column: DossierColumn) => Cell
  /** In a table by fields alone, where a row without one was forgotten rather than meant for all. */
  needsField: boolean
}>

export type PlaceProblem =
  | 'unit-missing'
  | 'unknown-unit'
  | 'bad-unit-code'
  | 'bad-level'
  | 'unknown-field'
  | 'field-missing'
  | 'bad-day'
  | 'bad-month'
  | 'from-after-to'

export type Note = (problem: Problem<PlaceProblem>) => void

/** A cell as plain text. */
export const wordsOf = (cell: Cell): string =>
  cell === null ? '' : withoutPiles(String(cell)).normalize('NFC').replaceAll(/\s+/g, ' ').trim()

/** As much of it as a message repeats. */
export const quoted = (text: string) => ({ text: text.slice(0, 60) })
