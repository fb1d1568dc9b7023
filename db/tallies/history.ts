import 'server-only'
import { History, type PeopleThen } from '@/domain/hiding/history'
import type { Span } from '@/domain/hiding/line'
import type { Slice } from '@/domain/tally'
import { KeptByUnit } from './kept-by-unit'
import { type CellQuery, readByUnit } from './pages'

/** People by half-month, of one item (and one option of it; '' where it has none). */
type PastPeople = Readonly<{
  versionId: number
  slice: Slice
  item: string
  option: string
  people: readonly PeopleThen[]
}>

/** The items that the people of a part count in; none leaves them out. */
type ItemsOf = (one: PastPeople) => readonly string[]

/** Whom a history counts: those with a level in the overall question or in the item, with an option, of a factor. */
const counted = {
  levels: "level = 0 and cell between '1' and '5'",
  options: "level > 0 and cell <> 'missing'",
  factors: "cell = 'people'",
}

type Wanted = Readonly<{
  /** What distinguishes `itemsOf` from that of other histories of the same cells. */
  name: string
  span: Span
  query: Omit<CellQuery, 'halfMonths'>
  of: keyof typeof counted
  itemsOf: ItemsOf
}>

/** Lines of some 300 bytes each. A unit of a province has up to 400, of pairs of places. */
const kept = new KeptByUnit<History>('histories', 150_000, (history) => {
  let lines = 1
  for (const unit of history.units()) lines += history.linesOf(unit).size
  return lines
})

/**
 * The people behind each item in every half-month, for the small-number rule: it looks at all periods at once, and
 * at every unit. What is known of a unit is kept until somebody answers there.
 */
export async function readHistory(
  unitIds: readonly number[],
  { name, span, query, of, itemsOf }: Wanted,
): Promise<History> {
  const history = new History(span)
  if (span.halves === 0) return history
  const halfMonths = { first: span.first, last: span.first + span.halves - 1 }
  const option = of === 'options' ? 'cell' : "''"
  const shape = {
    columns: ['half_month', 'item', option, `sum(case when ${counted[of]} then n else 0 end)`],
    by: of === 'options' ? 'half_month, item, cell' : 'half_month, item',
    where: of === 'levels' ? 'level = 0' : counted[of],
  }
  const key = JSON.stringify([name, span, query, of])
  const known = await kept.values(key, unitIds, async function* (missing) {
    const pages = readByUnit<PastTuple>({ ...query, halfMonths }, missing, shape)
    for await (const [unit, parts] of pages) {
      const own = new History(span)
      for (const { cells, ...part } of parts) {
        for (const one of gather(cells)) {
          for (const item of itemsOf({ ...part, ...one })) own.add(unit, item, one.people)
        }
      }
      yield [unit, own]
    }
  })
  for (const own of known) for (const unit of own.units()) history.adopt(unit, own)
  return history
}

type PastTuple = readonly [halfMonth: number, item: string, option: string, n: number]
type Gathered = Readonly<{ item: string; option: string; people: PeopleThen[] }>

function gather(cells: readonly PastTuple[]): Iterable<Gathered> {
  const found = new Map<string, Gathered>()
  for (const [halfMonth, item, option, n] of cells) {
    const key = `${item}\n${option}`
    const known = found.get(key)
    if (known) known.people.push({ halfMonth, n })
    else found.set(key, { item, option, people: [{ halfMonth, n }] })
  }
  return found.values()
}
