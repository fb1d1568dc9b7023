import 'server-only'
import type { FigureRow, LeftOut } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { everything, Grid, hideInTree, underId } from '@/domain/grid'
import { groupOfCell, noGroup } from '@/domain/group'
import type { FactorId, SurveyDefinition } from '@/domain/survey'
import { say } from '@/lib/words'
import { readQuestionCells } from './rates-by-question'
import type { RatesContext } from './rates-context'
import type { RatesSource } from './rates-source'

/**
 * Σ satisfied / Σ answers over a factor's five-level questions. People count for the thresholds, and
 * there is no interval, since one person gives several answers. Sheets hold no people per factor and
 * stay out. Versions are pooled only where the factor has the same questions.
 */
export async function rowsByFactor(
  context: RatesContext,
  { newest, grid: everybody }: RatesSource,
): Promise<{ rows: FigureRow[]; leftOut: LeftOut[] }> {
  const { tree, root, unit, under, all, versions, filter } = context
  const cells = await readQuestionCells(context)
  const grid = new Grid()
  for (const id of all) grid.add(id, everything, everybody.own(id, everything))
  const leftOut = new Map<string, LeftOut>()
  const factors = newest.definition.factors.filter(({ id }) => keysOf(newest.definition, id) !== '')
  for (const { id: factor } of factors) {
    for (const { rowId, id: version, definition } of versions) {
      const ids = new Set(questionsOf(definition, factor).map((question) => question.id))
      const mine = cells.filter(
        ({ versionId, slice, item }) =>
          versionId === rowId && (slice === 'factor' ? item === factor : ids.has(item)),
      )
      if (keysOf(definition, factor) !== keysOf(newest.definition, factor)) {
        if (!mine.some((cell) => under.includes(cell.unitId))) continue
        leftOut.set(`${version} ${factor}`, {
          ...{ kind: 'version', reason: 'other-series', version, question: factor },
        })
        continue
      }
      for (const { unitId, slice, cell, n } of mine) {
        if (slice === 'factor') grid.add(unitId, factor, { ...noGroup, people: n })
        else grid.add(unitId, factor, { ...groupOfCell(cell, n), people: 0 })
      }
    }
  }
  const sums = factors.map(({ id }) => ({ whole: id, parts: [] }))
  const hidden = hideInTree(tree, root, grid, sums)
  const rows = factors.map(({ id, text }) =>
    toRow({ key: id, label: say(text, filter.locale) }, grid.sum(under, id), {
      isHidden: hidden.has(underId(unit.id, id)),
      interval: false,
    }),
  )
  return { rows, leftOut: [...leftOut.values()] }
}

const questionsOf = (definition: SurveyDefinition, factor: FactorId) =>
  definition.questions.filter(
    (question) => question.type === 'scale5' && question.factor === factor,
  )

/** Two versions ask the same of a factor where these are the same. */
const keysOf = (definition: SurveyDefinition, factor: FactorId): string =>
  questionsOf(definition, factor)
    .map((question) => question.seriesKey)
    .sort()
    .join(' ')
