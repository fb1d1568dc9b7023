import 'server-only'
import type { FigureRow, LeftOut } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { everything, Grid, hideInTree, type ItemSum, isHiddenIn } from '@/domain/grid'
import { groupOf, groupOfCell, noGroup } from '@/domain/group'
import { type Series, seriesOf } from '@/domain/series'
import type { ScaleQuestion } from '@/domain/survey'
import { say } from '@/lib/words'
import type { RatesContext } from './rates-context'
import type { RatesSource } from './rates-source'
import { type SummedCell, sumCells, sumPeople } from './tally-cells'

type Asked = Readonly<{ question: ScaleQuestion; series: Series }>

/** Which of the rows a question of some version counts in, by `memberKey`. */
type Members = ReadonlyMap<string, ScaleQuestion>

/** Every five-level question of the newest version, pooled over the versions that kept its series. */
export async function rowsByQuestion(
  context: RatesContext,
  source: RatesSource,
): Promise<{ rows: FigureRow[]; leftOut: LeftOut[] }> {
  const { tree, root, unit, under, filter, versions } = context
  const asked = source.newest.definition.questions.flatMap((question) =>
    question.type === 'scale5' ? [{ question, series: seriesOf(versions, question) }] : [],
  )
  const members = membersOf(asked)
  const cells = await readScales(context, under)
  const grid = fillGrid(context, source, members, cells)
  await addPeople(context, members, grid)
  const hidden = hideInTree(tree, root, grid, factorSums(asked))
  const rows = asked.map(({ question }) => {
    const isHidden = isHiddenIn(hidden, unit.id, question.id)
    const head = { key: question.id, label: say(question.text, filter.locale) }
    return toRow(head, grid.sum(under, question.id), { isHidden })
  })
  return { rows, leftOut: otherSeries(context, source, members, cells) }
}

/** Answers to the five-level questions of every version. */
export function readScales(
  context: RatesContext,
  unitIds: readonly number[],
): Promise<SummedCell[]> {
  return sumCells({ ...scalesOf(context), unitIds, slices: ['question'] })
}

function scalesOf({ versions, halfMonths }: RatesContext) {
  const questions = versions.flatMap(({ definition }) => definition.questions)
  const items = questions.filter(({ type }) => type === 'scale5').map(({ id }) => id)
  return { versionIds: versions.map(({ rowId }) => rowId), halfMonths, items }
}

function membersOf(asked: readonly Asked[]): Members {
  return new Map(
    asked.flatMap(({ question, series }) =>
      series.members.map((one) => [memberKey(one.versionId, one.questionId), question]),
    ),
  )
}

const memberKey = (versionId: number, questionId: string) => `${versionId} ${questionId}`

/** Answers by question; a factor's are added up under its own item, for subtraction's sake. */
function fillGrid(
  { all }: RatesContext,
  source: RatesSource,
  members: Members,
  cells: readonly SummedCell[],
): Grid {
  const grid = new Grid()
  for (const { item: id, unitId, versionId, cell, n } of cells) {
    for (const item of itemsOf(members.get(memberKey(versionId, id)))) {
      grid.add(unitId, item, groupOfCell(cell, n))
    }
  }
  for (const { unitId, versionId, questionId, levels } of source.sheets) {
    for (const item of itemsOf(members.get(memberKey(versionId, questionId)))) {
      grid.add(unitId, item, groupOf(levels))
    }
  }
  for (const unit of all) grid.add(unit, everything, source.grid.own(unit, everything))
  return grid
}

/** Of units beside the one asked for, only how many people there are matters. */
async function addPeople(context: RatesContext, members: Members, grid: Grid): Promise<void> {
  const under = new Set(context.under)
  const unitIds = context.all.filter((id) => !under.has(id))
  const beside = await sumPeople({ ...scalesOf(context), unitIds }, 'scales')
  for (const { versionId, item: id, unitId, n } of beside) {
    for (const item of itemsOf(members.get(memberKey(versionId, id)))) {
      grid.add(unitId, item, { ...noGroup, people: n })
    }
  }
}

function itemsOf(question: ScaleQuestion | undefined): string[] {
  if (!question) return []
  return question.factor ? [question.id, factorItem(question.factor)] : [question.id]
}

/** A factor's pooled answers less those of its shown questions are one more group. */
function factorSums(asked: readonly Asked[]): ItemSum[] {
  const factors = new Set(asked.flatMap(({ question }) => question.factor ?? []))
  return [...factors].map((factor) => ({
    whole: factorItem(factor),
    parts: asked.filter((one) => one.question.factor === factor).map((one) => one.question.id),
  }))
}

const factorItem = (factor: string) => `factor ${factor}`

function otherSeries(
  { versions, under }: RatesContext,
  source: RatesSource,
  members: Members,
  cells: readonly SummedCell[],
): LeftOut[] {
  const sheets = source.sheets.filter(({ unitId }) => under.includes(unitId))
  const present = new Set([
    ...cells.map((one) => memberKey(one.versionId, one.item)),
    ...sheets.map((one) => memberKey(one.versionId, one.questionId)),
  ])
  return versions.flatMap(({ id: version, rowId, definition }) =>
    definition.questions.flatMap(({ id: question, type }): LeftOut[] => {
      const key = memberKey(rowId, question)
      if (type !== 'scale5' || !present.has(key) || members.has(key)) return []
      return [{ kind: 'version', reason: 'other-series', version, question }]
    }),
  )
}
