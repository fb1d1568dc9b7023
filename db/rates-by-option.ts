import 'server-only'
import type { FigureRow } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { everything, Grid, hideInTree, type ItemSum, underId } from '@/domain/grid'
import { groupOfCell } from '@/domain/group'
import { isMember, type Series, seriesOf } from '@/domain/series'
import type { MultiQuestion, SingleQuestion } from '@/domain/survey'
import { say } from '@/lib/words'
import type { RatesContext } from './rates-context'
import type { RatesSource } from './rates-source'
import { sumCells } from './tally-cells'

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
  { versions, all, halfMonths }: RatesContext,
  source: RatesSource,
  choices: readonly Choice[],
): Promise<Grid> {
  const grid = new Grid()
  for (const unit of all) grid.add(unit, everything, source.grid.own(unit, everything))
  const versionIds = versions.map(({ rowId }) => rowId)
  const cells = await sumCells({ versionIds, slices: ['question'], unitIds: all, halfMonths })
  for (const { question, series } of choices) {
    for (const { versionId, item, unitId, cell, level, n } of cells) {
      // The levels are those of the overall question: its series must be the same, too.
      if (!isMember(source.series, versionId) || !isMember(series, versionId, item)) continue
      if (level === 0 || cell === 'missing') continue
      grid.add(unitId, itemOf(question.id, cell), groupOfCell(String(level), n))
    }
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
