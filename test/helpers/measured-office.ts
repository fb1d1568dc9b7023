import { everything } from '@/domain/cell'
import { pairItem } from '@/domain/hiding/crossing'
import { hideIn } from '@/domain/hiding/hiding'
import { History } from '@/domain/hiding/history'
import { chooseItemGroups } from '@/domain/hiding/item-group-choice'
import { ItemPlan } from '@/domain/hiding/item-plan'
import { chooseTotals, isTotalShown } from '@/domain/hiding/totals'
import { planUnits } from '@/domain/hiding/unit-plan'
import type { HalfMonths } from '@/domain/period'
import { plantTree, subtreeOf, type Unit } from '@/domain/unit'
import { finish } from './steps'

/** From January 2025 to the middle of November 2026. */
export const january2025 = 2025 * 24
const november2026 = january2025 + 45

/** How many people come to each unit in half a month; unit 1 is above the others. */
export type Office = Readonly<{
  name: string
  people: Readonly<Record<number, (half: number) => number>>
  shares: Readonly<Record<Dimension, readonly number[]>>
}>
type Dimension = 'channel' | 'field' | 'touchpoint' | 'desk'
const tables = ['channel', 'field', 'touchpoint'] as const
const dimensions = [...tables, 'desk'] as const

type Person = Readonly<{ unit: number; half: number; items: readonly string[] }>

/** Rows of five people and more, and how many of them are shown, by period. */
type Measure = Readonly<{ rows: number; shown: number }>

/** Everybody who comes, by a chance that is always the same. */
export function listPeople({ people, shares }: Office): Person[] {
  let state = 1
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) / 2 ** 24
  }
  const pick = (of: readonly number[]) => {
    let left = random() * of.reduce((sum, share) => sum + share, 0)
    return of.findIndex((share) => {
      left -= share
      return left < 0
    })
  }
  const found: Person[] = []
  for (const [unit, countOf] of Object.entries(people)) {
    for (let half = january2025; half < november2026; half++) {
      const n = Math.round(countOf(half - january2025) * (0.5 + random()))
      for (let i = 0; i < n; i++) {
        const items = dimensions.map((one) => `${one} ${pick(shares[one])}`)
        found.push({ unit: Number(unit), half, items })
      }
    }
  }
  return found
}

/** The rule over all of them, and which rows of a period it shows. */
export function openOffice(people: readonly Person[], halfOf = (half: number) => half) {
  const ids = [...new Set([1, ...people.map(({ unit }) => unit)])]
  const tree = plantTree(
    ids.map((id) => ({ id, parentId: id === 1 ? null : 1, code: `${id}`, name: '' }) as Unit),
  )
  const halves = people.map(({ half }) => halfOf(half))
  const first = halves.reduce((a, b) => Math.min(a, b), Infinity)
  const span = { first, halves: halves.reduce((a, b) => Math.max(a, b), 0) - first + 1 }
  const [history, pairs] = [new History(span), new History(span)]
  for (const { unit, half, items } of people) {
    const person = [{ halfMonth: halfOf(half), n: 1 }]
    history.add(unit, everything, person)
    items.forEach((a, i) => {
      history.add(unit, a, person)
      for (const b of items.slice(i + 1)) pairs.add(unit, pairItem(a, b), person)
    })
  }
  const sizeOf = (unit: number) => history.line(unit, everything).at(-1) ?? 0
  const totals = chooseTotals(planUnits(tree, 1, sizeOf), history)
  const items = new ItemPlan()
  const known = history.items()
  for (const one of tables) {
    items.part(
      known.filter((item) => item.startsWith(one)),
      `${one} unknown`,
    )
  }
  const desks = known.filter((item) => item.startsWith('desk'))
  const ownItems = { itemsOf: () => desks, rest: 'desk unknown' }
  const unitsOf = (unit: number) => subtreeOf(tree, unit)
  const crossing = { pairs, unitsOf }
  const groups = finish(chooseItemGroups({ totals, history, items, ownItems, crossing }))
  return (period: HalfMonths) => {
    const hiding = finish(hideIn(groups, period))
    return (unit: number, item: string): boolean => {
      if (item === everything) return isTotalShown(totals, unit, period)
      return item.startsWith('desk') ? hiding.isOwnShown(unit, item) : hiding.isShown(unit, item)
    }
  }
}

/** How many of the rows that a period by itself would show are shown. */
export function measure(people: readonly Person[], periods: readonly HalfMonths[]): Measure {
  const open = openOffice(people)
  let [rows, shown] = [0, 0]
  for (const period of periods) {
    const there = people.filter(({ half }) => half >= period.first && half <= period.last)
    if (there.length === 0) continue
    const isShown = open(period)
    const isShownAlone = openOffice(there, () => 0)({ first: 0, last: 0 })
    const names = new Set(
      there.flatMap(({ unit, items }) => [
        ...items.flatMap((item) =>
          item.startsWith('desk') ? [`${unit} ${item}`] : [`${unit} ${item}`, `1 ${item}`],
        ),
        `${unit} `,
        '1 ',
      ]),
    )
    for (const name of names) {
      const [unit, item] = [Number(name.split(' ')[0]), name.slice(name.indexOf(' ') + 1)]
      if (!isShownAlone(unit, item)) continue
      rows++
      if (isShown(unit, item)) shown++
    }
  }
  return { rows, shown }
}
