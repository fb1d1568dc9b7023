import 'server-only'
import type { FigureRow, LeftOut } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { everything, Grid, hideInTree, isHiddenIn } from '@/domain/grid'
import { groupOfCell, noGroup } from '@/domain/group'
import type { FactorId, SurveyDefinition } from '@/domain/survey'
import { say } from '@/lib/words'
import { readScales } from './rates-by-question'
import type { RatesContext } from './rates-context'
import type { RatesSource } from './rates-source'
import { type SummedCell, sumCells } from './tally-cells'

/**
 * Σ satisfied / Σ answers over a factor's five-level questions. People count for the thresholds, and
 * there is no interval, since one person gives several answers. Sheets hold no people per factor and
 * stay out. Versions are pooled only where the factor has the same questions.
 */
export async function rowsByFactor(
  context: RatesContext,
  source: RatesSource,
): Promise<{ rows: FigureRow[]; leftOut: LeftOut[] }> {
  const { tree, root, unit, under, all, versions, halfMonths, filter } = context
  const { definition } = source.newest
  const factors = definition.factors.filter(({ id }) => keysOf(definition, id) !== '')
  const versionIds = versions.map(({ rowId }) => rowId)
  const query = { versionIds, unitIds: all, halfMonths }
  const people = await sumCells({ ...query, slices: ['factor'] })
  const answers = await readScales(context, under)
  const grid = fillGrid(context, source, people, answers)
  const sums = factors.map(({ id }) => ({ whole: id, parts: [] }))
  const hidden = hideInTree(tree, root, grid, sums)
  const rows = factors.map(({ id, text }) =>
    toRow({ key: id, label: say(text, filter.locale) }, grid.sum(under, id), {
      isHidden: isHiddenIn(hidden, unit.id, id),
      interval: false,
    }),
  )
  return { rows, leftOut: otherFactors(context, definition, people) }
}

function fillGrid(
  { versions, all }: RatesContext,
  { newest, grid: everybody }: RatesSource,
  people: readonly SummedCell[],
  answers: readonly SummedCell[],
): Grid {
  const grid = new Grid()
  for (const id of all) grid.add(id, everything, everybody.own(id, everything))
  const factorOf = new Map<string, FactorId>()
  for (const { rowId, definition } of versions) {
    for (const { id, factor } of definition.questions) {
      if (factor && isSame(definition, newest.definition, factor)) {
        factorOf.set(`${rowId} ${id}`, factor)
        factorOf.set(`${rowId} ${factor} people`, factor)
      }
    }
  }
  for (const { versionId, unitId, item, n } of people) {
    const factor = factorOf.get(`${versionId} ${item} people`)
    if (factor) grid.add(unitId, factor, { ...noGroup, people: n })
  }
  for (const { versionId, unitId, item, cell, n } of answers) {
    const factor = factorOf.get(`${versionId} ${item}`)
    if (factor) grid.add(unitId, factor, { ...groupOfCell(cell, n), people: 0 })
  }
  return grid
}

function otherFactors(
  { versions, under }: RatesContext,
  newest: SurveyDefinition,
  people: readonly SummedCell[],
): LeftOut[] {
  return versions.flatMap(({ rowId, id: version, definition }) =>
    newest.factors
      .filter(({ id }) => !isSame(definition, newest, id))
      .filter(({ id }) =>
        people.some(
          (one) => one.versionId === rowId && one.item === id && under.includes(one.unitId),
        ),
      )
      .map(
        ({ id: question }): LeftOut => ({
          kind: 'version',
          reason: 'other-series',
          version,
          question,
        }),
      ),
  )
}

const isSame = (a: SurveyDefinition, b: SurveyDefinition, factor: FactorId): boolean =>
  keysOf(a, factor) === keysOf(b, factor)

/** Two versions ask the same of a factor where these are the same. */
const keysOf = (definition: SurveyDefinition, factor: FactorId): string =>
  definition.questions
    .filter((question) => question.type === 'scale5' && question.factor === factor)
    .map((question) => question.seriesKey)
    .sort()
    .join(' ')
