import 'server-only'
import { everything } from '@/domain/cell'
import { countOrFew } from '@/domain/disclosure'
import type { FigureRow, Figures } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { addGroups, type Group, groupOfCell, noGroup, responsesOf } from '@/domain/group'
import { cutBefore } from '@/domain/hiding/cut'
import { chooseCuts } from '@/domain/hiding/cut-choice'
import { isMember } from '@/domain/series'
import { sumCells } from '../tallies/cells'
import { readHistory } from '../tallies/history'
import type { RatesContext } from './context'
import type { RatesSource } from './source'

/**
 * How many responses were invalidated, and the total with them. The total with them is left out where two periods would
 * tell of one to four that were invalidated.
 */
export async function readInvalidated(
  { versions, under, unit, halfMonths }: RatesContext,
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
  const cuts = everybody.cuts[everybody.plan.under.get(unit.id) ?? -1]
  if (typeof invalidated === 'string' || invalid.people === 0 || !cuts) return { invalidated }
  const history = await readHistory(under, {
    ...{ name: 'invalidated', span, query, of: 'levels' },
    itemsOf: () => [everything],
  })
  const line = history.sum(under, everything)
  const known = chooseCuts(span, cuts, line)
  const ends = [cutBefore(span, halfMonths.first), cutBefore(span, halfMonths.last + 1)]
  if (!ends.every((cut) => known[cut])) return { invalidated }
  const { key, label } = total
  return { invalidated, withInvalidated: toRow({ key, label }, addGroups(group, invalid)) }
}
