import 'server-only'
import type { CutChooser } from '@/domain/cut-memory'
import { chooseItemGroups } from '@/domain/item-group-choice'
import type { ItemGroups } from '@/domain/item-groups'
import { ItemPlan } from '@/domain/item-plan'
import { finishUnhurried } from '@/lib/unhurried'
import { itemBy, itemOf, listChoices, type OptionRole, optionsOf } from './option-choices'
import type { RatesContext } from './rates-context'
import type { RatesSource } from './rates-source'
import { readHistory } from './tally-history'

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
  return finishUnhurried(chooseItemGroups({ totals, history, items, chooseCuts }))
}
