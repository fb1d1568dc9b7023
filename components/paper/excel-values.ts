import type { Row } from 'write-excel-file/node'
import type { FigureRow } from '@/domain/figure'
import { kindOf, type ValueName, valueNames, valuesOf } from '@/domain/figure-values'
import { translator } from '@/lib/i18n'
import { paperWord } from '@/lib/paper-words'
import { numberCell, wordCell } from './excel-cells'
import { hiddenWord } from './file-words'
import type { besideNames } from './total-lines'

/** Over the columns of `valueCells`. */
export const valueHeadings = valueNames.map((name) => paperWord(`file.${name}`))

export const valueWidths = valueNames.map(() => 13)

const t = translator('vi')

/** Every number, or in its place the word that says why there is none. */
export function valueCells(row: FigureRow): Row {
  const values = valuesOf(row)
  return valueNames.map((name) => {
    const value = values[name]
    if (value !== null) return numberCell(value, kindOf(name))
    return row.status === 'ok' || isCoverage(name)
      ? coverageWord(row, name)
      : wordCell(hiddenWord(row.status))
  })
}

const isCoverage = (name: ValueName) => ['covered', 'dossiers', 'coverage'].includes(name)

function coverageWord({ status, coverage }: FigureRow, name: ValueName) {
  if (!isCoverage(name)) return null
  if (status === 'suppressed' || coverage?.status === 'suppressed') {
    return wordCell(hiddenWord('suppressed'))
  }
  return coverage?.status === 'no-statistics'
    ? wordCell(t('figures.page.beside.coverageNone'))
    : null
}

/** A number or word that stands beside a total. */
export function besideCell(name: (typeof besideNames)[number], value: number | string | undefined) {
  if (value === undefined) return null
  if (typeof value === 'string') return wordCell(value)
  return numberCell(value, name.startsWith('change') ? 'points' : 'count')
}
