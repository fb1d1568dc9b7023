import 'server-only'
import { addGroups, type Group, groupOf, groupOfCell, noGroup } from '@/domain/group'
import { contains, type Period } from '@/domain/period'
import {
  type Edition,
  isMember,
  newestEdition,
  overallQuestion,
  type Series,
  seriesOf,
} from '@/domain/series'
import type { Basis } from '@/domain/snapshot'
import { halfMonthsWithin } from './snapshot-basis'
import { type CellCounts, cellKey } from './snapshot-cells'
import type { TallySheet } from './tally-sheets'

type CountedSheet = Pick<
  TallySheet,
  'versionId' | 'questionId' | 'unitId' | 'channel' | 'period' | 'levels'
>

/** What the figures of a snapshot are made again from. */
export type Ingredients = Readonly<{
  counts: CellCounts
  units: Basis['units']
  /** Of the survey, oldest first. */
  versions: readonly Edition[]
  sheets: readonly CountedSheet[]
  desks: readonly Readonly<{ id: number; unitId: number; code: string }>[]
  fields: readonly Readonly<{ id: number; code: string }>[]
}>

type Cells = Map<string, number>

/** The ingredients of one period, added up as the figures need them. */
export type Parts = Readonly<{
  period: Period
  newest: Edition
  series: Series
  sheets: readonly CountedSheet[]
  /** Cells of a version over all units and half-months. */
  whole: ReadonlyMap<number, ReadonlyMap<string, number>>
  /** Everybody, by unit and by half-month. */
  byUnit: Totals
  byHalf: Totals
}>

type Totals = ReadonlyMap<number, readonly Readonly<{ versionId: number; group: Group }>[]>

const levelCells = ['1', '2', '3', '4', '5', 'na', 'missing'] as const

export function mixParts(ingredients: Ingredients, period: Period): Parts {
  const { counts, units, versions, sheets } = ingredients
  const whole = new Map<number, Cells>()
  const byUnit = new Map<number, { versionId: number; group: Group }[]>()
  const byHalf = new Map<number, { versionId: number; group: Group }[]>()
  for (const { rowId: versionId } of versions) {
    for (const { id } of units) {
      for (const half of halfMonthsWithin(period)) {
        const cells = counts.at(versionId, id, half)
        if (cells.size === 0) continue
        addCells(whole, versionId, cells)
        const total = { versionId, group: groupAt(cells, 'total', '') }
        push(byUnit, id, total)
        push(byHalf, half, total)
      }
    }
  }
  const inside = sheets.filter((sheet) => contains(period, sheet.period))
  const newest = newestEdition(versions, presentIn(whole, versions, inside))
  const series = seriesOf(versions, overallQuestion(newest.definition))
  return { period, newest, series, sheets: inside, whole, byUnit, byHalf }
}

/** The people of an item of a slice, in these versions. */
export function groupIn(
  { whole }: Pick<Parts, 'whole'>,
  versionIds: readonly number[],
  slice: string,
  item: string,
): Group {
  const groups = versionIds.map((id) => groupAt(whole.get(id) ?? new Map(), slice, item))
  return groups.reduce(addGroups, noGroup)
}

/** Everybody of these units or half-months who answered a question of the series. */
export function totalIn(totals: Totals, keys: readonly number[], series: Series): Group {
  return keys
    .flatMap((key) => totals.get(key) ?? [])
    .filter(({ versionId }) => isMember(series, versionId))
    .reduce((sum, { group }) => addGroups(sum, group), noGroup)
}

/** The counts of sheets of this question. */
export const sheetsIn = (
  { sheets }: Pick<Parts, 'sheets'>,
  series: Series,
  where: (sheet: CountedSheet) => boolean = () => true,
): Group =>
  sheets
    .filter((sheet) => isMember(series, sheet.versionId, sheet.questionId) && where(sheet))
    .reduce((sum, { levels }) => addGroups(sum, groupOf(levels)), noGroup)

function groupAt(cells: ReadonlyMap<string, number>, slice: string, item: string): Group {
  return levelCells.reduce((sum, cell) => {
    const n = cells.get(cellKey(slice, item, cell, 0)) ?? 0
    return n === 0 ? sum : addGroups(sum, groupOfCell(cell, n))
  }, noGroup)
}

/** The versions with anybody in them: the newest of these says what is asked. */
function presentIn(
  whole: ReadonlyMap<number, Cells>,
  versions: readonly Edition[],
  sheets: readonly CountedSheet[],
): ReadonlySet<number> {
  const counted = [...whole.keys()].filter((id) => {
    const { levels, missing, notApplicable } = groupIn({ whole }, [id], 'total', '')
    return levels.some((n) => n !== 0) || missing !== 0 || notApplicable !== 0
  })
  const onSheets = sheets.filter(({ versionId, questionId }) => {
    const version = versions.find(({ rowId }) => rowId === versionId)
    return version && overallQuestion(version.definition).id === questionId
  })
  return new Set([...counted, ...onSheets.map(({ versionId }) => versionId)])
}

function addCells(
  whole: Map<number, Cells>,
  versionId: number,
  cells: ReadonlyMap<string, number>,
) {
  const sums = whole.get(versionId) ?? new Map<string, number>()
  whole.set(versionId, sums)
  for (const [key, n] of cells) sums.set(key, (sums.get(key) ?? 0) + n)
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
