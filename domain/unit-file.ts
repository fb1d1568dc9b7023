import type { FileRow } from './dossier/header'
import { foldText } from './folded-text'
import { findRepeated, type ListFinding, type ListTable, readListTable } from './list-file'
import type { Problem } from './problem'
import { isUnitCode, type UnitLevel, unitLevels } from './unit'
import { longestUnitName } from './unit-facts'

/** A line of a list of units; `parentCode` blank for one at the top. */
export type UnitLine = Readonly<{
  row: number
  code: string
  name: string
  level: UnitLevel
  parentCode: string
}>

/** What a unit list may be; a province has about 170 communes, the country 3,400. */
export const mostUnits = 4000

const columns = {
  code: ['code', 'ma', 'ma don vi'],
  name: ['name', 'ten', 'ten don vi'],
  level: ['level', 'cap'],
  parentCode: ['parent_code', 'parent', 'ma cap tren', 'ma don vi cap tren', 'cap tren'],
} as const

type Column = keyof typeof columns

const levelWords: Readonly<Record<UnitLevel, readonly string[]>> = {
  tinh: ['cap tinh', 'thanh pho', 'province'],
  xa: ['cap xa', 'phuong', 'dac khu', 'commune'],
  huyen_legacy: ['huyen', 'cap huyen', 'cap huyen (cu)', 'huyen cu', 'quan'],
  so: ['so, nganh', 'so nganh', 'department'],
  office: ['bo phan', 'diem tiep nhan', 'bo phan, diem tiep nhan', 'van phong'],
}

/**
 * Reads a list of units: a header of `code;name;level;parent_code` (or the Vietnamese words, in any order), then a
 * line per unit. Finds everything that is wrong with the list itself; `row` 0 is the file.
 */
export function readUnitFile(
  rows: readonly FileRow[],
): Readonly<{ lines: readonly UnitLine[]; findings: readonly ListFinding[] }> {
  const table = readListTable<Column>(rows, columns, {
    needed: ['code', 'name', 'level'],
    absent: 'unit-header',
  })
  const read = table.lines.map(readLine)
  const lines = read.flatMap(({ line }) => (line ? [line] : []))
  const repeated = findRepeated(
    lines,
    ({ code }) => code,
    ({ code }) => ({ code: 'unit-twice', params: { unit: code } }),
  )
  const findings = [...table.findings, ...read.flatMap((one) => one.findings), ...repeated]
  return { lines, findings: findings.toSorted((a, b) => a.row - b.row) }
}

function readLine({ row, cell }: ListTable<Column>['lines'][number]) {
  const [code, name] = [cell('code'), cell('name')]
  const level = levelOf(cell('level'))
  const problems: Problem[] = []
  if (code === '') problems.push({ code: 'blank-code' })
  else if (!isUnitCode(code)) problems.push({ code: 'bad-code' })
  if (name === '') problems.push({ code: 'blank-name' })
  if (name.length > longestUnitName) {
    problems.push({ code: 'too-long', params: { max: longestUnitName } })
  }
  if (!level) problems.push({ code: 'unknown-level' })
  const findings = problems.map((problem) => ({ row, problem }))
  const line = level && code ? { row, code, name, level, parentCode: cell('parentCode') } : null
  return { line, findings }
}

function levelOf(text: string): UnitLevel | undefined {
  const word = foldText(text)
  return unitLevels.find((level) => level === word || levelWords[level].includes(word))
}
