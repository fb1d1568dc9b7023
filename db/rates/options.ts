import 'server-only'
import type { GroupMemory } from '@/domain/hiding/group-memory'
import { chooseItemGroups } from '@/domain/hiding/item-group-choice'
import type { ItemGroups } from '@/domain/hiding/item-groups'
import { ItemPlan } from '@/domain/hiding/item-plan'
import { isMember, type Series, seriesOf } from '@/domain/series'
import type { MultiQuestion, Question, SingleQuestion } from '@/domain/survey'
import { finishUnhurried } from '@/lib/unhurried'
import { readHistory } from '../tallies/history'
import type { RatesContext } from './context'
import type { RatesSource } from './source'

export type OptionRole = 'reason' | 'fact'

export type Choice = Readonly<{ question: SingleQuestion | MultiQuestion; series: Series }>

/** The questions of a role that part people by what they chose. */
export const listChoices = (
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

export type ItemIn = (one: { versionId: number; item: string; cell: string }) => string | undefined

/** Names the item of a cell; undefined where it counts in no row. */
export function itemBy(source: RatesSource, choices: readonly Choice[]): ItemIn {
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

/** Which cells there are to read. */
export const optionsOf = ({ versions }: RatesContext, choices: readonly Choice[]) => ({
  versionIds: versions.map(({ rowId }) => rowId),
  items: choices.flatMap(({ series }) => series.members.map((one) => one.questionId)),
  slices: ['question'] as const,
})

/** Names an option of a question. */
export const itemOf = (question: string, option: string) => `${question}:${option}`

/** One answer each: the options part everybody. Several: each stands against those who did not choose it. */
export async function ruleOptions(
  context: RatesContext,
  source: RatesSource,
  role: OptionRole,
  memory: GroupMemory,
): Promise<ItemGroups> {
  const { everybody: totals, past } = source
  const { span } = past
  const choices = listChoices(context, source, role)
  const itemIn = itemBy(source, choices)
  const history = await readHistory(context.all, {
    ...{ name: `${role} ${source.newest.id}`, span, of: 'options' },
    query: optionsOf(context, choices),
    itemsOf: (one) => {
      const item = itemIn(one)
      return item === undefined ? [] : [item]
    },
  })
  const items = new ItemPlan()
  for (const { question } of choices) {
    const options = question.options.map((option) => itemOf(question.id, option.id))
    if (question.type === 'single') items.part(options, null)
    else items.oppose(options)
  }
  return finishUnhurried(chooseItemGroups({ totals, history, items, memory }))
}
