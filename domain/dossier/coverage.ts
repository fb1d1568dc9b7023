import { contains, type Day, monthPeriod, monthsOf, overlaps, type Period, tiles } from '../period'

/** Where one unit's statistics stand; `fieldId` null for all fields together. */
export type CoverPart = Readonly<{ fieldId: number | null; period: Period }>

/**
 * What covers one month. `uneven`: rows lie over it that are not for the same period, so that they cannot be set beside
 * each other; `part`: some of its days have nothing.
 */
export type MonthCover = Readonly<{
  month: string
  state: 'none' | 'part' | 'full' | 'uneven' | 'future'
  together: boolean
  /** So many fields cover the whole month. */
  fields: number
}>

/** The twelve months of a year, each with what a unit has entered for it. */
export function coverYear(parts: readonly CoverPart[], year: number, today: Day): MonthCover[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`
    return coverMonth(parts, month, today)
  })
}

/**
 * The months of a period, or the parts of them in it, for which one of these units has nothing or not all days; those
 * that follow one another as one run. None where everything is there and only the days do not fit.
 */
export function uncoveredMonths(
  units: readonly (readonly CoverPart[])[],
  period: Period,
): Readonly<{ first: string; last: string }>[] {
  const runs: { first: string; last: string }[] = []
  let isOn = false
  for (const { month, ...days } of monthsOf(period)) {
    const isLacking = units.some((parts) => coveringOf(parts, days).length === 0)
    const run = runs.at(-1)
    if (isLacking && isOn && run) run.last = month
    else if (isLacking) runs.push({ first: month, last: month })
    isOn = isLacking
  }
  return runs
}

function coverMonth(parts: readonly CoverPart[], month: string, today: Day): MonthCover {
  const days = monthPeriod(month)
  const touching = parts.filter(({ period }) => overlaps(period, days))
  const byField = groupByField(touching)
  const covering = coveringOf(touching, days)
  const together = covering.includes(null)
  const fields = covering.filter((id) => id !== null).length
  const shapes = new Set([...byField.values()].map((list) => shapeOf(list)))
  const seen = { month, together, fields }
  if (touching.length === 0) return { ...seen, state: days.from > today ? 'future' : 'none' }
  if (shapes.size > 1) return { ...seen, state: 'uneven' }
  return { ...seen, state: covering.length > 0 ? 'full' : 'part' }
}

/** The fields, or null for all together, whose statistics cover the days. */
const coveringOf = (parts: readonly CoverPart[], days: Period): (number | null)[] =>
  [...groupByField(parts)].filter(([, list]) => isCovered(list, days)).map(([id]) => id)

const groupByField = (parts: readonly CoverPart[]) =>
  new Map(parts.map(({ fieldId }) => [fieldId, parts.filter((one) => one.fieldId === fieldId)]))

/** Whether the days are covered without a gap; what reaches over an end is cut off. */
function isCovered(parts: readonly CoverPart[], days: Period): boolean {
  if (parts.some(({ period }) => contains(period, days))) return true
  const touching = parts.filter(({ period }) => overlaps(period, days))
  return tiles(
    touching.map(({ period }) => within(period, days)),
    days,
  )
}

function within({ from, to }: Period, days: Period): Period {
  const [start = from] = [from, days.from].sort().slice(-1)
  const [end = to] = [to, days.to].sort()
  return { from: start, to: end }
}

const shapeOf = (parts: readonly CoverPart[]): string =>
  parts
    .map(({ period: { from, to } }) => `${from} ${to}`)
    .sort()
    .join()
