import { isDay } from '../period'
import type { Problem } from '../problem'

/** What stands in a cell of a form or file: text as typed, a number where the file knows it for one, null for nothing. */
export type Cell = string | number | null

export type CountProblem =
  | 'not-a-count'
  | 'day-for-count'
  | 'negative-count'
  | 'decimal-count'
  | 'count-too-large'

/** Ten thousand million dossiers are a slip of the finger. */
const largestCount = 9_999_999_999

/**
 * A count of dossiers: a whole number of zero or more, null for an empty cell, else the problem. Text may have its
 * thousands apart as offices write them (`1.234`, `1 234`); a number that is not whole is never taken for such.
 */
export function readDossierCount(cell: Cell): number | null | Problem<CountProblem> {
  if (typeof cell === 'number') return checked(cell, String(cell))
  const text = (cell ?? '').replaceAll(/[\s\u00a0\u202f]+/g, ' ').trim()
  if (text === '') return null
  if (/^\d+$/.test(text)) return checked(Number(text), text)
  if (/^[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+)$/.test(text)) {
    return checked(Number(text.replaceAll(/[. ]/g, '')), text)
  }
  if (/^[-−–]\s?\d/.test(text)) return problem('negative-count', text)
  // What spreadsheets make of 1-2 or 1/2 of their own accord, too.
  if (isDay(text) || /^\d{1,2}([/.-])\d{1,2}\1(\d{2}|\d{4})$/.test(text)) {
    return problem('day-for-count', text)
  }
  return problem(/^\d+[.,]\d+$/.test(text) ? 'decimal-count' : 'not-a-count', text)
}

function checked(value: number, text: string): number | Problem<CountProblem> {
  if (value < 0) return problem('negative-count', text)
  if (!Number.isInteger(value)) return problem('decimal-count', text)
  return value > largestCount ? problem('count-too-large', text) : value
}

const problem = (code: CountProblem, text: string): Problem<CountProblem> => ({
  code,
  params: { text: text.length > 40 ? `${text.slice(0, 40)}…` : text },
})
