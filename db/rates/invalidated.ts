import 'server-only'
import { everything } from '@/domain/cell'
import { countOrFew } from '@/domain/disclosure'
import type { FigureRow, Figures } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { addGroups, type Group, groupOfCell, noGroup, responsesOf } from '@/domain/group'
import { lastOf } from '@/domain/hiding/history'
import { chooseTotals, isTotalShown } from '@/domain/hiding/totals'
import { planUnits } from '@/domain/hiding/unit-plan'
import { isMember } from '@/domain/series'
import { sumCells } from '../tallies/cells'
import { readHistory } from '../tallies/history'
import type { RatesContext } from './context'
import type { RatesSource } from './source'

/**
 * How many responses were invalidated, and the total with them. The total with them is left out where two periods, or a
 * unit less those under it, would tell of one to four that were invalidated.
 */
export async function readInvalidated(
  { versions, under, unit, halfMonths, all, tree, root }: RatesContext,
  { series, everybody }: RatesSource,
  total: FigureRow,
  group: Group,
): Promise<Pick<Figures, 'invalidated' | 'withInvalidated'>> {
  const { span } = everybody.history
  const pooled = versions.filter(({ rowId }) => isMember(series, rowId))
  const query = {
    versionIds: pooled.map(({ rowId }) => rowId),
    slices: ['invalid'] as const,
  }
  const cells = await sumCells({ ...query, unitIds: under, halfMonths })
  const invalid = cells.reduce((sum, { cell, n }) => addGroups(sum, groupOfCell(cell, n)), noGroup)
  const invalidated = countOrFew(responsesOf(invalid))
  if (typeof invalidated === 'string' || invalid.people === 0) return { invalidated }
  const history = await readHistory(all, {
    ...{ name: 'invalidated', span, query, of: 'levels' },
    itemsOf: () => [everything],
  })
  const plan = planUnits(tree, root, (one) => lastOf(history.line(one, everything)))
  const isShown = isTotalShown(chooseTotals(plan, history, everybody.cuts[0]), unit.id, halfMonths)
  if (!isShown) return { invalidated }
  const { key, label } = total
  return { invalidated, withInvalidated: toRow({ key, label }, addGroups(group, invalid)) }
}
