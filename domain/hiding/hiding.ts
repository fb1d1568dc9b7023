import type { HalfMonths } from '../period'
import { smallGroup } from '../rate'
import type { Steps } from '../steps'
import { type Cuts, isOpen, stretchOf } from './cut'
import type { Group, ItemGroups } from './item-groups'
import { peopleIn, type Stretch } from './line'
import { isNearly, leavesFew } from './remainder'
import { findTwins } from './twins'
import { wholeOf } from './unit-plan'

/** Answers whether an item of a unit (or an item that is the unit's own, like a desk) may be shown in one period. */
export type Hiding = Readonly<{
  isShown: (unit: number, item: string) => boolean
  isOwnShown: (unit: number, item: string) => boolean
}>

/** So many groups are looked at in one go. */
const stride = 500

/**
 * The small-number rule over everything of one kind that a person can open: every unit, each of its items, in any
 * period. Within a unit the items stand beside everybody; of an item the sub-units stand beside the unit.
 * What holds of all times is chosen with the groups; this looks at what stands together in one period.
 */
export function* hideIn(groups: ItemGroups, period: HalfMonths): Steps<Hiding> {
  const { totals, shape, all, sizes, overlaps } = groups
  const { table } = shape
  const { plan, shownIn, history } = totals
  const stretch = stretchOf(history.span, period)
  const isNodeShown = shownIn(stretch)
  const people = new Int32Array(all.length)
  const shown = new Uint8Array(all.length)
  // By index: an iterator makes an object of every group.
  for (let group = 0; group < all.length; group++) {
    if (group % stride === 0) yield
    const { node, line, cuts } = all[group] ?? nothing
    people[group] = peopleIn(line, stretch)
    if (isNodeShown[node] && table.isSeen(group) && isOpen(line, cuts, stretch)) shown[group] = 1
  }
  for (let group = 0; group < all.length; group++) {
    if (group % stride === 0) yield
    const { node, isAnswers } = all[group] ?? nothing
    if (!shown[group] || !people[group] || shape.isEverybody(group)) continue
    const isFound =
      isNearlyWhole(groups, group, stretch) ||
      (!isAnswers && isLeavingFew(groups, group, people[group] ?? 0, node, group, stretch))
    if (isFound) shown[group] = 0
  }
  const twins = yield* findTwins(overlaps, stretch, all, people, shown)
  const told = findTold(groups, people, isNodeShown)
  for (const group of told.keys()) if (told[group]) shown[group] = 1
  table.settle({ people, sizes }, shown, twins, told)
  return {
    isShown: (unit, item) => {
      const node = plan.under.get(unit)
      return node === undefined || shown[shape.at(node, item)] === 1
    },
    isOwnShown: (unit, item) => {
      const node = plan.own.get(unit)
      if (node === undefined) return true
      return shown[shape.ownAt(unit, item) ?? shape.at(node, '')] === 1
    },
  }
}

/** Items that are everybody of their unit, where the page shows how many that are: hiding them hides nothing. */
function findTold({ items, shape, all }: ItemGroups, people: Int32Array, isNodeShown: Uint8Array) {
  const { width, table } = shape
  const told = new Uint8Array(all.length)
  for (const [node, isShown] of isNodeShown.entries()) {
    const everybody = people[node * width]
    if (!isShown || !everybody) continue
    for (const [column, { isOfAll }] of items.columns.entries()) {
      const group = node * width + column
      if (isOfAll && table.isSeen(group) && people[group] === everybody) told[group] = 1
    }
  }
  return told
}

/** Whether it is nearly everybody of its unit, or nearly the same item of a unit above. */
function isNearlyWhole(groups: ItemGroups, group: number, stretch: Stretch): boolean {
  const { all, items, shape, totals } = groups
  const one = all[group]
  if (!one) return false
  const column = shape.isOwn(group) ? 0 : group % shape.width
  const { whole, isAnswers } = items.columns[column] ?? { whole: 0, isAnswers: false }
  const isDivided = !isAnswers || whole !== 0
  if (isDivided && isNearlyAt(groups, one, one.node, whole, stretch)) return true
  const { nodes } = totals.plan
  for (let node = wholeOf(nodes, one.node); node !== null; node = wholeOf(nodes, node)) {
    if (isDivided && isNearlyAt(groups, one, node, whole, stretch)) return true
    if (isNearlyAt(groups, one, node, column, stretch)) return true
  }
  return false
}

function isNearlyAt(
  { all, shape }: ItemGroups,
  one: Group,
  node: number,
  column: number,
  stretch: Stretch,
): boolean {
  const other = all[node * shape.width + column]
  return other !== undefined && isNearly(one.line, other.line, other.cuts, stretch)
}

/**
 * Whether an item less everybody of a unit, in a shorter period in which they all were in the item, leaves one to
 * four. Only a unit with nearly all of the item's people can do that.
 * @param item its group, and `itemPeople` how many are in it in the longer period.
 * @param here the item's group in the unit.
 */
function isLeavingFew(
  groups: ItemGroups,
  item: number,
  itemPeople: number,
  node: number,
  here: number,
  stretch: Stretch,
): boolean {
  const { plan, lines, cuts, shownIn } = groups.totals
  const whole = groups.all[item]?.line
  const part = groups.all[here]?.line
  const all = lines[node]
  if (!whole || !part || !all) return false
  const people = peopleIn(part, stretch)
  if (itemPeople - people >= smallGroup) return false
  const isShown = (one: Stretch) => shownIn(one)[node] === 1
  if (leavesFew(whole, part, all, isShown, stretch)) return true
  // All of them are this unit's: the item may be nearly all of the unit.
  if (itemPeople === people && isNearly(part, all, cuts[node] ?? noCuts, stretch)) return true
  const { isOwn, width } = groups.shape
  if (isOwn(here)) return false
  const column = here % width
  for (const below of plan.nodes[node]?.parts ?? []) {
    if (isLeavingFew(groups, item, itemPeople, below, below * width + column, stretch)) return true
  }
  return false
}

const noCuts: Cuts = new Uint8Array()
const nothing = { node: -1, line: new Int32Array(), cuts: noCuts, isAnswers: false }
