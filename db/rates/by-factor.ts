import 'server-only'
import type { FigureRow, LeftOut } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { Grid } from '@/domain/grid'
import type { Hiding } from '@/domain/hiding/hiding'
import type { FactorId } from '@/domain/survey'
import { say } from '@/lib/words'
import { type SummedCell, sumCells } from '../tallies/cells'
import type { RatesContext } from './context'
import { keysOf, versionsOfFactor } from './question-members'
import { factorItem } from './questions'
import type { RatesSource } from './source'

/**
 * Σ satisfied / Σ answers over a factor's five-level questions. People count for the thresholds, and
 * there is no interval, since one person gives several answers. Sheets hold no people per factor and
 * stay out. Versions are pooled only where the factor has the same questions.
 */
export async function rowsByFactor(
  context: RatesContext,
  source: RatesSource,
  answers: readonly SummedCell[],
  hiding: Hiding,
): Promise<{ rows: FigureRow[]; leftOut: LeftOut[] }> {
  const { unit, under, versions, halfMonths, filter } = context
  const { definition } = source.newest
  const factors = definition.factors.filter(({ id }) => keysOf(definition, id) !== '')
  const same = new Map(factors.map(({ id }) => [id, versionsOfFactor(context, definition, id)]))
  const versionIds = versions.map(({ rowId }) => rowId)
  const people = await sumCells({ versionIds, slices: ['factor'], unitIds: under, halfMonths })
  const grid = fillGrid(context, same, people, answers)
  const rows = factors.map(({ id, text }) =>
    toRow({ key: id, label: say(text, filter.locale) }, grid.sum(under, id), {
      isHidden: !hiding.isShown(unit.id, factorItem(id)),
      interval: false,
    }),
  )
  return { rows, leftOut: otherFactors(context, same, people) }
}

/** The versions that are pooled, by factor. */
type Pooled = ReadonlyMap<FactorId, ReadonlySet<number>>

function fillGrid(
  { versions }: RatesContext,
  same: Pooled,
  people: readonly SummedCell[],
  answers: readonly SummedCell[],
): Grid {
  const grid = new Grid()
  const factorsOf = new Map(
    versions.map(({ rowId, definition }) => [
      rowId,
      new Map(
        definition.questions.flatMap(({ id, factor }) =>
          factor && same.get(factor)?.has(rowId) ? [[id as string, factor] as const] : [],
        ),
      ),
    ]),
  )
  for (const { versionId, unitId, item, n } of people) {
    if (same.get(item as FactorId)?.has(versionId)) grid.addPeople(unitId, item, n)
  }
  for (const { versionId, unitId, item, cell, n } of answers) {
    const factor = factorsOf.get(versionId)?.get(item)
    if (factor) grid.addAnswers(unitId, factor, cell, n)
  }
  return grid
}

function otherFactors(
  { versions }: RatesContext,
  same: Pooled,
  people: readonly SummedCell[],
): LeftOut[] {
  return versions.flatMap(({ rowId, id: version }) =>
    [...same]
      .filter(([, pooled]) => !pooled.has(rowId))
      .filter(([factor]) => people.some((one) => one.versionId === rowId && one.item === factor))
      .map(
        ([question]): LeftOut => ({
          kind: 'version',
          reason: 'other-series',
          version,
          question,
        }),
      ),
  )
}
