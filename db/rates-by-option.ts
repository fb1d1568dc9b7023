import 'server-only'
import type { CutChooser } from '@/domain/cut-memory'
import type { FigureRow } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { Grid } from '@/domain/grid'
import type { Hiding } from '@/domain/hiding'
import { ItemGroups } from '@/domain/item-groups'
import { ItemPlan } from '@/domain/item-plan'
import { isMember, type Series, seriesOf } from '@/domain/series'
import type { MultiQuestion, Question, SingleQuestion } from '@/domain/survey'
import { finishUnhurried } from '@/lib/unhurried'
import { say } from '@/lib/words'
import type { RatesContext } from './rates-context'
import type { RatesSource } from './rates-source'
import { sumCells } from './tally-cells'
import { readHistory } from './tally-history'

export type OptionRole = 'reason' | 'fact'
type Choice = Readonly<{ question: SingleQuestion | MultiQuestion; series: Series }>

/**
 * The people who chose an option, by how satisfied they were on the whole. Reasons and facts of the
 * newest version; a fact's key and label name its question too, since there are several.
 */
export async function rowsByOption(
  context: RatesContext,
  source: RatesSource,
  role: OptionRole,
  hiding: Hiding,
): Promise<FigureRow[]> {
  const { unit, under, filter } = context
  const choices = listChoices(context, source, role)
  const grid = await readOptions(context, choices, itemBy(source, choices))
  return choices.flatMap(({ question }) =>
    question.options.map((option) => {
      const text = say(option.text, filter.locale)
      const item = itemOf(question.id, option.id)
      const head =
        role === 'reason'
          ? { key: option.id, label: text }
          : { key: item, label: `${say(question.text, filter.locale)}: ${text}` }
      const isHidden = !hiding.isShown(unit.id, item)
      return toRow(head, grid.sum(under, item), { isHidden })
    }),
  )
}

const listChoices = (
  { versions }: RatesContext,
  { newest }: RatesSource,
  role: OptionRole,
): Choice[] =>
  newest.definition.questions.flatMap((question): Choice[] =>
    isChoice(question) && question.role === role
      ? [{ question, series: seriesOf(versions, question) }]
      : [],
  )

/** What stands in a breakdown of its own already (field, touchpoint) must not be hidden in one and shown in the other. */
const isChoice = (question: Question): question is SingleQuestion | MultiQuestion =>
  question.type === 'multi' || (question.type === 'single' && question.mapsTo === undefined)

type ItemIn = (one: { versionId: number; item: string; cell: string }) => string | undefined

function itemBy(source: RatesSource, choices: readonly Choice[]): ItemIn {
  const questionOf = new Map(
    choices.flatMap(({ question, series }) =>
      series.members
        // The levels are those of the overall question: its series must be the same, too.
        .filter(({ versionId }) => isMember(source.series, versionId))
        .map((one) => [`${one.versionId} ${one.questionId}`, question.id]),
    ),
  )
  return ({ versionId, item, cell }) => {
    const question = questionOf.get(`${versionId} ${item}`)
    return question === undefined ? undefined : itemOf(question, cell)
  }
}

async function readOptions(
  context: RatesContext,
  choices: readonly Choice[],
  itemIn: ItemIn,
): Promise<Grid> {
  const grid = new Grid()
  const { under, halfMonths } = context
  const query = { ...optionsOf(context, choices), unitIds: under, halfMonths }
  for (const one of await sumCells(query)) {
    const item = itemIn(one)
    if (item === undefined || one.level === 0 || one.cell === 'missing') continue
    grid.addCell(one.unitId, item, String(one.level), one.n)
  }
  return grid
}

/** One answer each: the options part everybody. Several: each stands against those who did not choose it. */
export async function ruleOptions(
  context: RatesContext,
  source: RatesSource,
  role: OptionRole,
  chooseCuts: CutChooser,
): Promise<ItemGroups> {
  const { everybody: totals, past } = source
  const { span } = past
  const choices = listChoices(context, source, role)
  const itemIn = itemBy(source, choices)
  const history = await readHistory(context.all, {
    ...{ name: `${role} ${source.newest.id}`, span, of: 'options' },
    query: optionsOf(context, choices),
    itemsOf: (one) => {
      const item = itemIn({ ...one, cell: one.option })
      return item === undefined ? [] : [item]
    },
  })
  const items = new ItemPlan()
  for (const { question } of choices) {
    const options = question.options.map((option) => itemOf(question.id, option.id))
    if (question.type === 'single') items.part(options, null)
    else items.oppose(options)
  }
  return finishUnhurried(ItemGroups.choose({ totals, history, items, chooseCuts }))
}

const optionsOf = ({ versions }: RatesContext, choices: readonly Choice[]) => ({
  versionIds: versions.map(({ rowId }) => rowId),
  items: choices.flatMap(({ series }) => series.members.map((one) => one.questionId)),
  slices: ['question'] as const,
})

const itemOf = (question: string, option: string) => `${question}:${option}`
