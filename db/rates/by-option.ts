import 'server-only'
import type { FigureRow } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { Grid } from '@/domain/grid'
import type { Hiding } from '@/domain/hiding/hiding'
import { say } from '@/lib/words'
import { sumCells } from '../tallies/cells'
import type { RatesContext } from './context'
import {
  type Choice,
  type ItemIn,
  itemBy,
  itemOf,
  listChoices,
  type OptionRole,
  optionsOf,
} from './options'
import type { RatesSource } from './source'

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
