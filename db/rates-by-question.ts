import 'server-only'
import type { FigureRow, LeftOut } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { everything, Grid, hideInTree, type ItemSum, underId } from '@/domain/grid'
import { groupOf, groupOfCell } from '@/domain/group'
import { isMember, type Series, seriesOf } from '@/domain/series'
import type { ScaleQuestion } from '@/domain/survey'
import { say } from '@/lib/words'
import type { RatesContext } from './rates-context'
import type { RatesSource } from './rates-source'
import { type SummedCell, sumCells } from './tally-cells'

type Asked = Readonly<{ question: ScaleQuestion; series: Series }>

/** Every five-level question of the newest version, pooled over the versions that kept its series. */
export async function rowsByQuestion(
  context: RatesContext,
  source: RatesSource,
): Promise<{ rows: FigureRow[]; leftOut: LeftOut[] }> {
  const { tree, root, unit, under, filter } = context
  const asked = scaleQuestions(context, source)
  const cells = await readQuestionCells(context)
  const grid = fillQuestions(context, source, asked, cells)
  const hidden = hideInTree(tree, root, grid, factorSums(asked))
  const rows = asked.map(({ question }) => {
    const isHidden = hidden.has(underId(unit.id, question.id))
    const head = { key: question.id, label: say(question.text, filter.locale) }
    return toRow(head, grid.sum(under, question.id), { isHidden })
  })
  return { rows, leftOut: otherSeries(context, source, asked, cells) }
}

export function scaleQuestions({ versions }: RatesContext, { newest }: RatesSource): Asked[] {
  return newest.definition.questions.flatMap((question) =>
    question.type === 'scale5' ? [{ question, series: seriesOf(versions, question) }] : [],
  )
}

export function readQuestionCells(context: RatesContext): Promise<SummedCell[]> {
  const { versions, all: unitIds, halfMonths } = context
  const versionIds = versions.map(({ rowId }) => rowId)
  return sumCells({ versionIds, slices: ['question', 'factor'], unitIds, halfMonths })
}

/** Answers by question; a factor's are added up under its own item, for subtraction's sake. */
export function fillQuestions(
  { all }: RatesContext,
  source: RatesSource,
  asked: readonly Asked[],
  cells: readonly SummedCell[],
): Grid {
  const grid = new Grid()
  for (const { question, series } of asked) {
    const items = question.factor ? [question.id, factorItem(question.factor)] : [question.id]
    for (const { slice, item: id, unitId, versionId, cell, n } of cells) {
      if (slice !== 'question' || !isMember(series, versionId, id)) continue
      for (const item of items) grid.add(unitId, item, groupOfCell(cell, n))
    }
    for (const sheet of source.sheets) {
      if (!isMember(series, sheet.versionId, sheet.questionId)) continue
      for (const item of items) grid.add(sheet.unitId, item, groupOf(sheet.levels))
    }
  }
  for (const unit of all) grid.add(unit, everything, source.grid.own(unit, everything))
  return grid
}

/** A factor's pooled answers less those of its shown questions are one more group. */
export function factorSums(asked: readonly Asked[]): ItemSum[] {
  const factors = new Set(asked.flatMap(({ question }) => question.factor ?? []))
  return [...factors].map((factor) => ({
    whole: factorItem(factor),
    parts: asked.filter((one) => one.question.factor === factor).map((one) => one.question.id),
  }))
}

export const factorItem = (factor: string) => `factor ${factor}`

function otherSeries(
  { versions, under }: RatesContext,
  source: RatesSource,
  asked: readonly Asked[],
  cells: readonly SummedCell[],
): LeftOut[] {
  const inside = new Set(under)
  const present = new Set(
    [...cells.filter((cell) => cell.slice === 'question'), ...source.sheets.map(asCell)]
      .filter((one) => inside.has(one.unitId))
      .filter((one) => !asked.some(({ series }) => isMember(series, one.versionId, one.item)))
      .map((one) => `${one.versionId} ${one.item}`),
  )
  return versions.flatMap((version) =>
    version.definition.questions
      .filter(({ id, type }) => type === 'scale5' && present.has(`${version.rowId} ${id}`))
      .map(
        ({ id }): LeftOut => ({
          kind: 'version',
          reason: 'other-series',
          version: version.id,
          question: id,
        }),
      ),
  )
}

const asCell = (sheet: { unitId: number; versionId: number; questionId: string }) => ({
  unitId: sheet.unitId,
  versionId: sheet.versionId,
  item: sheet.questionId,
})
