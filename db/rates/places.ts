import 'server-only'
import { everything } from '@/domain/cell'
import { Grid } from '@/domain/grid'
import { groupOf } from '@/domain/group'
import { pairItem } from '@/domain/hiding/crossing'
import type { GroupMemory } from '@/domain/hiding/group-memory'
import type { History } from '@/domain/hiding/history'
import { chooseItemGroups } from '@/domain/hiding/item-group-choice'
import type { ItemGroups } from '@/domain/hiding/item-groups'
import { ItemPlan } from '@/domain/hiding/item-plan'
import { orderItems, type PlaceSlice, placeItem, placeSlices, unknown } from '@/domain/place-item'
import { isMember, type Series } from '@/domain/series'
import { subtreeOf } from '@/domain/unit'
import { finishUnhurried } from '@/lib/unhurried'
import { type SummedCell, sumCells } from '../tallies/cells'
import { readHistory } from '../tallies/history'
import type { RatesContext } from './context'
import { addSheets, type Past } from './past'
import { overallSheets, type RatesSource } from './source'

const slices = ['desk', ...placeSlices] as const

/**
 * What came in at the desks and by the fields, touchpoints, channels and modes of the unit and of each under it,
 * everybody included. Items are named by `placeItem`.
 */
export async function readPlaces(
  { versions, under, halfMonths }: RatesContext,
  source: RatesSource,
): Promise<Grid> {
  const versionIds = pooled(versions, source.series)
  const grid = new Grid()
  const query = { versionIds, slices, unitIds: under, halfMonths }
  // Cells of one item follow each other.
  let [last, place]: [SummedCell?, string?] = []
  for (const one of await sumCells(query)) {
    const isSame = one.item === last?.item && one.slice === last.slice
    if (!isSame || place === undefined) place = placeOf(one)
    last = one
    if (place !== undefined) grid.addCell(one.unitId, place, one.cell, one.n)
  }
  for (const { unitId, channel, levels } of overallSheets(source)) {
    grid.add(unitId, placeItem('channel', channel), groupOf(levels))
  }
  for (const unit of under) grid.add(unit, everything, source.grid.own(unit, everything))
  return grid
}

/** The items of a slice that occur, in the order of the product. */
export function listItems(slice: PlaceSlice, units: readonly number[], grid: Grid): string[] {
  const start = placeItem(slice, '')
  const items = grid.items(units).filter((item) => item.startsWith(start))
  return orderItems(
    slice,
    items.map((item) => item.slice(start.length)),
  )
}

/** The small-number rule for all places together: one page shows them beside each other. */
export async function rulePlaces(
  { versions, all, tree }: RatesContext,
  past: Past,
  series: Series,
  memory: GroupMemory,
): Promise<ItemGroups> {
  const { span, smallSheets } = past
  const versionIds = pooled(versions, series)
  const history = await readHistory(all, {
    name: 'places',
    span,
    query: { versionIds, slices },
    of: 'levels',
    itemsOf: (one) => {
      const place = placeOf(one)
      return place === undefined ? [] : [place]
    },
  })
  const sheets = smallSheets.filter((one) => isMember(series, one.versionId, one.questionId))
  addSheets(history, sheets, ({ channel }) => [placeItem('channel', channel)])
  const totals = past.totalsOf(series)
  const known = history.items()
  const items = new ItemPlan()
  for (const slice of placeSlices) {
    const places = known.filter((item) => item.startsWith(placeItem(slice, '')))
    items.part(places, placeItem(slice, unknown))
  }
  const desksOf = (unit: number) =>
    history.itemsOf(unit).filter((item) => item.startsWith(placeItem('desk', '')))
  const ownItems = { itemsOf: desksOf, rest: placeItem('desk', unknown) }
  const pairs = await readPairs(versionIds, all, past)
  const crossing = { unitsOf: (unit: number) => subtreeOf(tree, unit), pairs }
  const choosing = { totals, history, items, ownItems, crossing, memory }
  return finishUnhurried(chooseItemGroups(choosing))
}

/** How many people are in both of two places, for every two dimensions. */
const readPairs = (
  versionIds: readonly number[],
  unitIds: readonly number[],
  { span }: Past,
): Promise<History> =>
  readHistory(unitIds, {
    name: 'pairs',
    span,
    query: { versionIds, slices: ['place'] },
    of: 'levels',
    itemsOf: ({ item }) => {
      const parts = item.split(' ')
      const places = slices.map((slice, i) =>
        placeItem(slice, parts[i] === '-' ? unknown : (parts[i] ?? unknown)),
      )
      return places.flatMap((a, i) => places.slice(i + 1).map((b) => pairItem(a, b)))
    },
  })

function placeOf({ slice, item }: Pick<SummedCell, 'slice' | 'item'>): string | undefined {
  const found = slices.find((one) => one === slice)
  return found && placeItem(found, item)
}

const pooled = (versions: RatesContext['versions'], series: Series): number[] =>
  versions.filter(({ rowId }) => isMember(series, rowId)).map(({ rowId }) => rowId)
