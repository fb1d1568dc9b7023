import { isDay, monthPeriod, type Period, shiftDay } from '../period'
import type { Cell } from './cell'
import { type Note, quoted, type RowSource, wordsOf } from './row-source'

/** The days of a row: its own, or those of the whole file. */
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
  const day = typeof cell === 'number' ? dayOfSerial(cell) : isDay(text) ? text : null
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

/** Spreadsheets count days from 30/12/1899; null for what is none of these times. */
export function dayOfSerial(serial: number): string | null {
  if (!Number.isInteger(serial) || serial < 32_874 || serial > 109_574) return null
  return shiftDay('1899-12-30', serial)
}
