import 'server-only'
import type { Group } from '@/domain/group'
import { contains, type Period } from '@/domain/period'
import { type Edition, newestEdition, overallQuestion, seriesOf } from '@/domain/series'
import { halfMonthsWithin } from '../snapshots/basis'
import {
  type Cells,
  type CountedSheet,
  groupAt,
  groupIn,
  type Ingredients,
  type Parts,
} from './snapshot-parts'

/** Adds the ingredients of one period up. */
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
