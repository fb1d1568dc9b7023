import type { Cell } from './dossier-cell'
import { type DossierColumn, fold } from './dossier-header'
import { isDay, monthPeriod, type Period, shiftDay } from './period'
import type { Problem } from './problem'
import { tidy } from './tidy-text'
import { isUnitCode, type UnitLevel, unitLevels } from './unit'

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

type Note = (problem: Problem<PlaceProblem>) => void

const wordsOf = (cell: Cell): string =>
  cell === null ? '' : String(cell).normalize('NFC').replaceAll(/\s+/g, ' ').trim()

const quoted = (text: string) => ({ text: text.slice(0, 60) })

export function parseUnit(
  cell: RowSource['cell'],
  context: FileContext,
  note: Note,
): NamedUnit | null {
  const code = wordsOf(cell('code'))
  if (code === '' && context.unit) return context.unit
  const words = wordsOf(cell('level')) || 'xa'
  const level = unitLevels.find((known) => known === words)
  if (code === '') note({ code: 'unit-missing' })
  else if (context.units && !context.units.has(code)) {
    note({ code: 'unknown-unit', params: quoted(code) })
    return null
  } else if (!isUnitCode(code)) note({ code: 'bad-unit-code', params: quoted(code) })
  if (!level) note({ code: 'bad-level', params: quoted(words) })
  if (code === '' || !level) return null
  return {
    code,
    name: tidy(wordsOf(cell('name'))) || null,
    level,
    parent: wordsOf(cell('parent')) || null,
  }
}

/** The code of the field, null for all of them, undefined where it is none. */
export function parseField(
  { cell, needsField }: RowSource,
  codes: ReadonlyMap<string, string>,
  note: Note,
): string | null | undefined {
  const text = wordsOf(cell('field'))
  if (/^(tong( cong| so)?|tat ca( linh vuc)?|tat ca cac linh vuc)$/.test(fold(text))) return null
  if (text === '') {
    if (needsField) note({ code: 'field-missing' })
    return needsField ? undefined : null
  }
  const code = codes.get(text) ?? codes.get(fold(text))
  if (code === undefined) note({ code: 'unknown-field', params: quoted(text) })
  return code
}

export function parsePeriod(
  cell: RowSource['cell'],
  usual: Period | null,
  note: Note,
): Period | null {
  const month = cell('month')
  if (wordsOf(month) !== '') return parseMonth(month, note)
  const [from, to] = [parseDay('from', cell, note), parseDay('to', cell, note)]
  if (from === null && to === null) {
    if (!usual) note({ code: 'bad-day', field: 'from', params: { text: '' } })
    return usual
  }
  if (!from || !to) return null
  if (from > to) {
    note({ code: 'from-after-to', params: { from, to } })
    return null
  }
  return { from, to }
}

function parseMonth(cell: Cell, note: Note): Period | null {
  const text = wordsOf(cell)
  const [, month = '', year = ''] = /^(\d{1,2})[/-](\d{4})$/.exec(text) ?? []
  const iso = year ? `${year}-${month.padStart(2, '0')}` : text
  if (isDay(`${iso}-01`)) return monthPeriod(iso)
  const day = typeof cell === 'number' ? dayOfSerial(cell) : null
  if (day) return monthPeriod(day.slice(0, 7))
  note({ code: 'bad-month', field: 'month', params: quoted(text) })
  return null
}

/** Null for an empty cell, '' for one that is no day. */
function parseDay(column: 'from' | 'to', cell: RowSource['cell'], note: Note): string | null {
  const given = cell(column)
  const text = wordsOf(given)
  if (text === '') return null
  const [, date = '', month = '', year = ''] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const iso = year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text
  if (isDay(iso)) return iso
  const day = typeof given === 'number' ? dayOfSerial(given) : null
  if (day) return day
  note({ code: 'bad-day', field: column, params: quoted(text) })
  return ''
}

/** Spreadsheets count days from 30/12/1899. */
function dayOfSerial(serial: number): string | null {
  if (!Number.isInteger(serial) || serial < 32_874 || serial > 109_574) return null
  return shiftDay('1899-12-30', serial)
}
