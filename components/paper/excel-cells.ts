import type { Cell, CellObject } from 'write-excel-file/node'
import type { Day } from '@/domain/period'

const formats = {
  count: '#,##0',
  share: '0.00%',
  score: '0.00',
  points: '+0.00;-0.00;0.00',
  day: 'dd/mm/yyyy',
} as const

/** A number as a number; the reader's own Excel puts its marks into it. */
export const numberCell = (value: number, kind: 'count' | 'share' | 'score' | 'points'): Cell => ({
  value,
  type: Number,
  format: formats[kind],
  alignVertical: 'top',
})

/** A text as a text, whatever it begins with. */
export const textCell = (value: string): CellObject => ({
  value,
  type: String,
  wrap: true,
  alignVertical: 'top',
})

/** A word where a number would stand. */
export const wordCell = (value: string): CellObject => ({
  value,
  type: String,
  fontStyle: 'italic',
  alignVertical: 'top',
  textColor: '#555555',
})

/** A local day, which has no time and no zone. */
export const dayCell = (day: Day): CellObject => ({
  value: new Date(`${day}T00:00:00Z`),
  type: Date,
  format: formats.day,
  alignVertical: 'top',
})
