import 'server-only'
import { addGroups, type Group, groupOf, groupOfCell, noGroup } from '@/domain/group'
import type { Period } from '@/domain/period'
import { type Edition, isMember, type Series } from '@/domain/series'
import type { Basis } from '@/domain/snapshot/snapshot'
import type { TallySheet } from '../tallies/sheets'
import { type CellCounts, cellKey } from './snapshot-cells'

export type CountedSheet = Pick<
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

export type Cells = Map<string, number>

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

/** The people of an item among these cells. */
export function groupAt(cells: ReadonlyMap<string, number>, slice: string, item: string): Group {
  return levelCells.reduce((sum, cell) => {
    const n = cells.get(cellKey(slice, item, cell, 0)) ?? 0
    return n === 0 ? sum : addGroups(sum, groupOfCell(cell, n))
  }, noGroup)
}
