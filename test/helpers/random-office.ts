import fc from 'fast-check'
import { everything } from '@/domain/cell'
import { pairItem } from '@/domain/hiding/crossing'
import { GroupMemory } from '@/domain/hiding/group-memory'
import { hideIn } from '@/domain/hiding/hiding'
import { History } from '@/domain/hiding/history'
import { chooseItemGroups } from '@/domain/hiding/item-group-choice'
import { ItemPlan } from '@/domain/hiding/item-plan'
import { chooseTotals, isTotalShown } from '@/domain/hiding/totals'
import { planUnits } from '@/domain/hiding/unit-plan'
import { isSmallGroup } from '@/domain/rate'
import { plantTree, subtreeOf, type Unit } from '@/domain/unit'
import { finish } from './steps'

/** A province, two communes, one with a branch, and an office; every one may have answers of its own. */
const tree = plantTree(
  (
    [
      [1, null],
      [2, 1],
      [3, 1],
      [4, 3],
      [5, 1],
    ] as const
  ).map(([id, parentId]) => ({ id, parentId, code: `u${id}`, name: `U${id}` }) as Unit),
)
const units = [1, 2, 3, 4, 5]
/** The last of each is the rest: of whom it is not known. */
const channels = ['kiosk', 'qr', 'channel unknown']
const fields = ['land', 'justice', 'field unknown']
const desks = ['desk', 'desk unknown']
/** What a door fixes: some answer with next to every combination of channel and field. */
const doors = channels.flatMap((channel, c) =>
  fields.map((field, f) => ({ channel, field, desk: desks[c === f ? 0 : 1] ?? '' })),
)
const halves = 6
const first = 48_000

/** People by unit, door and half-month. */
export type People = readonly (readonly (readonly number[])[])[]

/** Mostly nobody or few, now and then a crowd; few doors are in use. */
export const people: fc.Arbitrary<People> = fc.array(
  fc
    .subarray([...doors.keys()], { minLength: 1, maxLength: 4 })
    .chain((open) =>
      fc.tuple(
        ...doors.map((_, door) =>
          open.includes(door)
            ? fc.array(countOfHalf, { minLength: halves, maxLength: halves })
            : fc.constant(Array<number>(halves).fill(0)),
        ),
      ),
    ),
  { minLength: units.length, maxLength: units.length },
)

const countOfHalf = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.nat(4) },
  { weight: 5, arbitrary: fc.integer({ min: 5, max: 40 }) },
)

/** A row that some page shows. `people` as bits of unit × door × half-month. */
export type Shown = Readonly<{
  page: string
  from: number
  to: number
  table: string
  name: string
  people: bigint
  n: number
}>

/** @param memory of a run over other people. */
export function chooseRule(counts: People, memory = new GroupMemory()) {
  const history = new History({ first, halves })
  const pairs = new History({ first, halves })
  for (const [index, row] of counts.entries()) {
    const known = histories.get(row) ?? countUnit(units[index] ?? 0, row)
    histories.set(row, known)
    history.adopt(units[index] ?? 0, known.history)
    pairs.adopt(units[index] ?? 0, known.pairs)
  }
  const totals = chooseTotals(
    planUnits(tree, 1, (unit) => history.line(unit, everything).at(-1) ?? 0),
    history,
  )
  const items = new ItemPlan()
  items.part(channels.slice(0, 2), channels[2] ?? null)
  items.part(fields.slice(0, 2), fields[2] ?? null)
  const groups = finish(
    chooseItemGroups({
      ...{ totals, history, items },
      ownItems: {
        itemsOf: (unit) => history.itemsOf(unit).filter((item) => item === desks[0]),
        rest: 'desk unknown',
      },
      crossing: { pairs, unitsOf: (unit) => subtreeOf(tree, unit) },
      memory,
    }),
  )
  return { totals, groups }
}

/** What is known of a unit stays the same as long as nobody answers there. */
const histories = new WeakMap<People[number], ReturnType<typeof countUnit>>()

function countUnit(unit: number, row: People[number]) {
  const history = new History({ first, halves })
  const pairs = new History({ first, halves })
  eachCountOf(row, ({ channel, field, desk }, h, n) => {
    const people = [{ halfMonth: first + h, n }]
    history.add(unit, everything, people)
    for (const item of [channel, field, desk]) {
      if (!item.endsWith('unknown')) history.add(unit, item, people)
    }
    for (const [a, b] of [
      [channel, field],
      [channel, desk],
      [field, desk],
    ] as const) {
      pairs.add(unit, pairItem(a, b), people)
    }
  })
  return { history, pairs }
}

/**
 * Every row of every page in every period.
 * @param isTimeless hides single small groups only. @param memory of a run over other people.
 */
export function listShown(
  counts: People,
  { isTimeless = false, memory }: { isTimeless?: boolean; memory?: GroupMemory } = {},
): Shown[] {
  const { totals, groups } = chooseRule(counts, memory)
  const rows: Shown[] = []
  for (let a = 0; a < halves; a++) {
    for (let b = a + 1; b <= halves; b++) {
      const period = { first: first + a, last: first + b - 1 }
      const hiding = finish(hideIn(groups, period))
      for (const unit of units) {
        const page = `${unit} ${a}-${b}`
        const add = (
          table: string,
          name: string,
          own: readonly number[],
          item: string,
          isShown: boolean,
        ) => {
          const row = {
            page,
            from: a,
            to: b,
            table,
            name: `${name} of ${page}`,
            ...count(counts, own, item, a, b),
          }
          if (row.n > 0 && (isTimeless ? !isSmallGroup(row.n) : isShown)) rows.push(row)
        }
        const under = subtreeOf(tree, unit)
        add('total', 'everybody', under, '', isTotalShown(totals, unit, period))
        const isOpen = isTotalShown(totals, unit, period)
        for (const child of units.filter((one) => tree.byId.get(one)?.parentId === unit)) {
          const isShown = isOpen && isTotalShown(totals, child, period)
          add('unit', `unit ${child}`, subtreeOf(tree, child), '', isShown)
          for (const item of [...channels, ...fields]) {
            const below = subtreeOf(tree, child)
            // Its page names no other item: then it is everybody there, whether or not the row has numbers.
            const isEverybody =
              count(counts, below, item, a, b).n === count(counts, below, '', a, b).n
            const isTold = isEverybody && isTotalShown(totals, child, period)
            const isRead = hiding.isShown(child, item) || isTold
            add(`unit ${item}`, `${child} ${item}`, below, item, isRead)
          }
        }
        add('unit', 'own', [unit], '', isOpen && isTotalShown(totals, unit, period, 'own'))
        for (const item of channels) add('channel', item, under, item, hiding.isShown(unit, item))
        for (const item of fields) add('field', item, under, item, hiding.isShown(unit, item))
        for (const one of under) {
          for (const item of desks) {
            add('desk', `${one} ${item}`, [one], item, isOpen && hiding.isOwnShown(one, item))
          }
        }
      }
    }
  }
  return rows
}

function eachCount(
  counts: People,
  visit: (unit: number, door: (typeof doors)[number], h: number, n: number, index: number) => void,
): void {
  counts.forEach((row, u) => {
    eachCountOf(row, (door, h, n, d) => {
      visit(units[u] ?? 0, door, h, n, (u * doors.length + d) * halves + h)
    })
  })
}

function eachCountOf(
  row: People[number],
  visit: (door: (typeof doors)[number], h: number, n: number, d: number) => void,
): void {
  row.forEach((line, d) => {
    line.forEach((n, h) => {
      const door = doors[d]
      if (door && n > 0) visit(door, h, n, d)
    })
  })
}

function count(counts: People, own: readonly number[], item: string, from: number, to: number) {
  let [bits, n] = [0n, 0]
  eachCount(counts, (unit, door, h, people, index) => {
    if (h < from || h >= to || !own.includes(unit)) return
    if (item !== '' && ![door.channel, door.field, door.desk].includes(item)) return
    bits |= 1n << BigInt(index)
    n += people
  })
  return { people: bits, n }
}
