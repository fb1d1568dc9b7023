import 'server-only'
import type { GroupMemory } from '@/domain/hiding/group-memory'
import type { History } from '@/domain/hiding/history'
import { chooseItemGroups } from '@/domain/hiding/item-group-choice'
import type { ItemGroups } from '@/domain/hiding/item-groups'
import { ItemPlan } from '@/domain/hiding/item-plan'
import type { FactorId } from '@/domain/survey'
import { finishUnhurried } from '@/lib/unhurried'
import { readHistory } from '../tallies/history'
import type { RatesContext } from './context'
import { addSheets } from './past'
import {
  type Asked,
  askedIn,
  memberKey,
  membersOf,
  scalesOf,
  versionsOfFactor,
} from './question-members'
import type { RatesSource } from './source'

/**
 * The small-number rule for questions and factors together: the answers of a factor are those of its questions, but
 * its people are counted once. Items are the questions' ids and `factorItem`.
 */
export async function ruleQuestions(
  context: RatesContext,
  source: RatesSource,
  memory: GroupMemory,
): Promise<ItemGroups> {
  const { versions } = context
  const { definition } = source.newest
  const asked = askedIn(definition, versions)
  const history = await readQuestions(context, source, asked)
  const items = new ItemPlan()
  for (const { question } of asked) {
    if (!question.factor) items.stand(question.id, [question.id])
  }
  for (const factor of factorsOf(asked)) {
    const mine = asked.flatMap(({ question }) => (question.factor === factor ? question.id : []))
    items.stand(allItem(factor), mine)
    items.partAlso(allItem(factor), peopleItem(factor), [factorItem(factor), otherItem(factor)])
  }
  const totals = source.everybody
  return finishUnhurried(chooseItemGroups({ totals, history, items, memory }))
}

async function readQuestions(
  context: RatesContext,
  source: RatesSource,
  asked: readonly Asked[],
): Promise<History> {
  const { span, smallSheets } = source.past
  const members = membersOf(asked)
  const same = new Map(
    factorsOf(asked).map((one) => [one, versionsOfFactor(context, source.newest.definition, one)]),
  )
  const itemsOf = (versionId: number, questionId: string): string[] => {
    const question = members.get(memberKey(versionId, questionId))
    const { id, factor } = question ?? {}
    if (id === undefined) return []
    if (!factor) return [id]
    return [id, same.get(factor)?.has(versionId) ? factorItem(factor) : otherItem(factor)]
  }
  const { versionIds } = scalesOf(context)
  const name = `questions ${source.newest.id}`
  const history = await readHistory(context.all, {
    ...{ name, span, of: 'levels' },
    query: { versionIds, slices: ['question'] },
    itemsOf: ({ versionId, item }) => itemsOf(versionId, item),
  })
  const people = await readHistory(context.all, {
    ...{ name, span, of: 'factors' },
    query: { versionIds, slices: ['factor'] },
    itemsOf: ({ versionId, item }) => {
      const factor = factorsOf(asked).find((one) => one === item)
      return factor && same.get(factor)?.has(versionId) ? [peopleItem(factor)] : []
    },
  })
  for (const unit of people.units()) history.adopt(unit, people)
  // A sheet holds no people by factor and stays out of it.
  addSheets(history, smallSheets, ({ versionId, questionId }) => {
    const question = members.get(memberKey(versionId, questionId))
    if (!question) return []
    return question.factor ? [question.id, otherItem(question.factor)] : [question.id]
  })
  return history
}

const factorsOf = (asked: readonly Asked[]): FactorId[] => [
  ...new Set(asked.flatMap(({ question }) => question.factor ?? [])),
]

/** The answers of a factor's rows; those of other versions and of sheets; both; and the people of its rows. */
export const factorItem = (factor: FactorId) => `factor ${factor}`

const otherItem = (factor: FactorId) => `other ${factor}`

const allItem = (factor: FactorId) => `all ${factor}`

const peopleItem = (factor: FactorId) => `people ${factor}`
