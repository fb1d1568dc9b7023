import 'server-only'
import { channels, modes, touchpoints } from '@/domain/door'
import type { By, FigureRow } from '@/domain/figure'
import { addGroups, type Group, restOf } from '@/domain/group'
import { contains } from '@/domain/period'
import { overallSeries, type Series } from '@/domain/series'
import { halfMonthsWithin } from '../snapshots/basis'
import { groupIn, type Ingredients, type Parts, sheetsIn, totalIn } from './snapshot-parts'
import { fieldItem, findDesk, unitsOf } from './snapshot-places'
import { factor, option, question } from './snapshot-questions'

type Place = 'desk' | 'field' | 'touchpoint' | 'channel' | 'mode'

/** The unit's people as the snapshot's rows part them, each made again from single responses. */
export type RowMaker = Readonly<{
  total: () => Group
  /** Null for a key that no group has. */
  row: (by: Exclude<By, 'total'>, row: FigureRow) => Group | null
  mix: (slice: 'channel' | 'mode', key: string) => Group
}>

/** How every row of a snapshot was put together: this is written apart from `db/rates/`, which it checks. */
export function makeRows(ingredients: Ingredients, parts: Parts): RowMaker {
  const pooled = memberVersions(parts.series)
  const all = ingredients.units.map(({ id }) => id)
  const everybody = (units: readonly number[]) => {
    const here = new Set(units)
    const onSheets = sheetsIn(parts, parts.series, ({ unitId }) => here.has(unitId))
    return addGroups(totalIn(parts.byUnit, units, parts.series), onSheets)
  }
  const placed = (slice: Place, item: string) => {
    const counted = groupIn(parts, pooled, slice, item)
    if (slice !== 'channel') return counted
    return addGroups(
      counted,
      sheetsIn(parts, parts.series, (sheet) => sheet.channel === item),
    )
  }
  const itemsOf = { field: ingredients.fields.map(({ id }) => String(id)), touchpoint: touchpoints }
  const known = { ...itemsOf, channel: channels, mode: modes }
  const place = (slice: Exclude<Place, 'desk'>, item: string): Group => {
    if (item !== 'unknown') return placed(slice, item)
    return restOf(
      everybody(all),
      known[slice].map((one) => placed(slice, one)),
    )
  }
  const desk = (key: string): Group | null => {
    const at = findDesk(ingredients, key)
    if (!at) return null
    if (at.desk !== null) return placed('desk', String(at.desk))
    const own = ingredients.desks.filter(({ unitId }) => unitId === at.unit)
    return restOf(
      everybody([at.unit]),
      own.map(({ id }) => placed('desk', String(id))),
    )
  }
  return {
    total: () => everybody(all),
    mix: place,
    row: (by, row) => {
      if (by === 'unit') {
        const units = unitsOf(ingredients.units, row.key)
        return units && everybody(units)
      }
      if (by === 'desk') return desk(row.key)
      if (by === 'field') return place(by, fieldItem(ingredients, row.key))
      if (by === 'touchpoint' || by === 'channel') return place(by, row.key)
      if (by === 'month') return month(ingredients, parts, row)
      if (by === 'question') return question(ingredients, parts, row.key)
      if (by === 'factor') return factor(ingredients, parts, row.key)
      return option(ingredients, parts, by, row.key)
    },
  }
}

const memberVersions = ({ members }: Series) => [
  ...new Set(members.map(({ versionId }) => versionId)),
]

function month({ versions }: Ingredients, parts: Parts, row: FigureRow): Group | null {
  const { key, from, to } = row
  const named = overallSeries(versions).find((one) => one.key === key.slice('2026-01/'.length))
  const series = key.length === '2026-01'.length ? parts.series : named
  if (!from || !to || !series) return null
  const counted = totalIn(parts.byHalf, halfMonthsWithin({ from, to }), series)
  return addGroups(
    counted,
    sheetsIn(parts, series, ({ period }) => contains({ from, to }, period)),
  )
}
