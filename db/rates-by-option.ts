import 'server-only'
import type { FigureRow } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { everything, Grid, hideInTree, type ItemSum, underId } from '@/domain/grid'
import { groupOfCell, noGroup } from '@/domain/group'
import { isMember, type Series, seriesOf } from '@/domain/series'
import type { MultiQuestion, SingleQuestion } from '@/domain/survey'
import { say } from '@/lib/words'
import type { RatesContext } from './rates-context'
import type { RatesSource } from './rates-source'
import { sumCells, sumPeople } from './tally-cells'

type Choice = Readonly<{ question: SingleQuestion | MultiQuestion; series: Series }>

/**
 * The people who chose an option, by how satisfied they were on the whole. Reasons and facts of the
 * newest version; a fact's key and label name its question too, since there are several.
 */
export async function rowsByOption(
  context: RatesContext,
  source: RatesSource,
  role: 'reason' | 'fact',
): Promise<FigureRow[]> {
  const { tree, root, unit, under, filter, versions } = context
  const choices = source.newest.definition.questions.flatMap((question): Choice[] =>
    question.role === role && (question.type === 'single' || question.type === 'multi')
      ? [{ question, series: seriesOf(versions, question) }]
      : [],
  )
  const grid = await readOptions(context, source, choices)
  const hidden = hideInTree(tree, root, grid, choices.flatMap(optionSums))
  return choices.flatMap(({ question }) =>
    question.options.map((option) => {
      const text = say(option.text, filter.locale)
      const item = itemOf(question.id, option.id)
      const head =
        role === 'reason'
          ? { key: option.id, label: text }
          : { key: item, label: `${say(question.text, filter.locale)}: ${text}` }
      const isHidden = hidden.has(underId(unit.id, item))
      return toRow(head, grid.sum(under, item), { isHidden })
    }),
  )
}

async function readOptions(
  { versions, all, under, halfMonths }: RatesContext,
  source: RatesSource,
  choices: readonly Choice[],
): Promise<Grid> {
  const grid = new Grid()
  for (const unit of all) grid.add(unit, everything, source.grid.own(unit, everything))
  const questionOf = new Map(
    choices.flatMap(({ question, series }) =>
      series.members
        // The levels are those of the overall question: its series must be the same, too.
        .filter(({ versionId }) => isMember(source.series, versionId))
        .map((one) => [`${one.versionId} ${one.questionId}`, question.id]),
    ),
  )
  const versionIds = versions.map(({ rowId }) => rowId)
  const items = choices.flatMap(({ series }) => series.members.map((one) => one.questionId))
  const query = { versionIds, halfMonths, items }
  for (const one of await sumCells({ ...query, slices: ['question'], unitIds: under })) {
    const question = questionOf.get(`${one.versionId} ${one.item}`)
    if (!question || one.level === 0 || one.cell === 'missing') continue
    grid.add(one.unitId, itemOf(question, one.cell), groupOfCell(String(one.level), one.n))
  }
  const beside = all.filter((id) => !under.includes(id))
  for (const one of await sumPeople({ ...query, unitIds: beside }, 'options')) {
    const question = questionOf.get(`${one.versionId} ${one.item}`)
    if (question) grid.add(one.unitId, itemOf(question, one.option), { ...noGroup, people: one.n })
  }
  return grid
}

/** One answer each: the options part everybody. Several: each stands against those who did not choose it. */
function optionSums({ question }: Choice): ItemSum[] {
  const items = question.options.map((option) => itemOf(question.id, option.id))
  if (question.type === 'single') return [{ whole: everything, parts: items }]
  return items.map((item) => ({ whole: everything, parts: [item] }))
}

const itemOf = (question: string, option: string) => `${question}:${option}`
