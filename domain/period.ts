/** A local day in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. Compares as text. */
export type Day = string

/** From the first to the last day, both included. */
export type Period = Readonly<{ from: Day; to: Day }>

/** A calendar month, or the part of it that lies in a period. */
export type MonthPart = Period & Readonly<{ month: string }>

/** Half-month indices, both included. */
export type HalfMonths = Readonly<{ first: number; last: number }>

// Vietnam has been at UTC+7 without summer time since 1975.
const offsetMs = 7 * 3600_000

/** The local day of an instant in milliseconds since 1970 UTC. */
export const localDay = (ms: number): Day => new Date(ms + offsetMs).toISOString().slice(0, 10)

/** The local time of day, `14:05`. */
export const localTime = (ms: number): string => new Date(ms + offsetMs).toISOString().slice(11, 16)

/** Whether the period's last day was not over at this instant. */
export const isUnderWay = ({ to }: Period, at: number): boolean => to >= localDay(at)

/** The instant at which a local day begins. */
export const startOfDay = (day: Day): number => Date.parse(`${day}T00:00:00Z`) - offsetMs

/** The local weekday (0 is Sunday) and minute of the day of an instant: cheap enough to ask of very many. */
export function localClock(ms: number): Readonly<{ weekday: number; minute: number }> {
  const minutes = Math.floor((ms + offsetMs) / 60_000)
  // Day 0, 1 January 1970, was a Thursday.
  return { weekday: (Math.floor(minutes / 1440) + 4) % 7, minute: minutes % 1440 }
}

/** Whether the text is a real day between 1990 and 2199, the years the app counts in. */
export function isDay(text: string): text is Day {
  if (!/^(19[9]\d|2[01]\d\d)-\d\d-\d\d$/.test(text)) return false
  const instant = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text)
}

/** The day before or after by so many days. */
export const shiftDay = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Index of the half-month (1–14 or 15–end) of a day; consecutive ones differ by 1. */
export function halfMonthOf(day: Day): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return (year * 12 + month - 1) * 2 + (date >= 15 ? 1 : 0)
}

export function firstDayOf(halfMonth: number): Day {
  const month = Math.floor(halfMonth / 2)
  const date = halfMonth % 2 === 0 ? '01' : '15'
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${twoDigits((month % 12) + 1)}-${date}`
}

export const lastDayOf = (halfMonth: number): Day => shiftDay(firstDayOf(halfMonth + 1), -1)

/** The half-months that make up the period, or null where it is not a union of them. */
export function halfMonthsOf({ from, to }: Period): HalfMonths | null {
  const first = halfMonthOf(from)
  const last = halfMonthOf(to)
  if (first > last || firstDayOf(first) !== from || lastDayOf(last) !== to) return null
  return { first, last }
}

/** Longer than any figure is asked for: a table of thousands of months would only hold the server up. */
export const isTooLong = (halfMonths: HalfMonths): boolean =>
  halfMonths.last - halfMonths.first >= longestYears * 24

export const longestYears = 20

export const periodOf = ({ first, last }: HalfMonths): Period => ({
  from: firstDayOf(first),
  to: lastDayOf(last),
})

/** `YYYY-MM` of a day or of a half-month's first day. */
export const monthOf = (day: Day): string => day.slice(0, 7)

/** The whole month `YYYY-MM`. */
export function monthPeriod(month: string): Period {
  const first = halfMonthOf(`${month}-01`)
  return periodOf({ first, last: first + 1 })
}

/** The months of a period in order; the first and last may be parts of a month. */
export function monthsOf({ from, to }: Period): MonthPart[] {
  const parts: MonthPart[] = []
  for (let start = from; start <= to; ) {
    const month = monthOf(start)
    const end = monthPeriod(month).to
    parts.push({ month, from: start, to: end < to ? end : to })
    start = shiftDay(end, 1)
  }
  return parts
}

export const contains = (outer: Period, inner: Period): boolean =>
  outer.from <= inner.from && inner.to <= outer.to

export const overlaps = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to

/** The period of the same length just before; null where the period is no union of half-months. */
export function previousPeriod(period: Period): Period | null {
  const halves = halfMonthsOf(period)
  if (!halves) return null
  return periodOf({ first: 2 * halves.first - halves.last - 1, last: halves.first - 1 })
}

/** The same days a year earlier; both calendars' periods stay what they are. */
export function yearBefore(period: Period): Period {
  const first = halfMonthOf(period.from) - 24
  return periodOf({ first, last: halfMonthOf(period.to) - 24 })
}

/** Whether the periods, in any order, cover the whole period once, without gap or overlap. */
export function tiles(parts: readonly Period[], whole: Period): boolean {
  const sorted = parts.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  let next = whole.from
  for (const part of sorted) {
    if (part.from !== next) return false
    next = shiftDay(part.to, 1)
  }
  return parts.length > 0 && next === shiftDay(whole.to, 1)
}

/** `2026-03-14` → `14/03/2026`, as official papers print it. */
export const formatDay = (day: Day): string => day.split('-').toReversed().join('/')

/** Both ends of a period, for a sentence. */
export const formatDays = ({ from, to }: Period) => ({ from: formatDay(from), to: formatDay(to) })

/** `08:05 12/09/2026`. */
export const formatMoment = (ms: number): string => `${localTime(ms)} ${formatDay(localDay(ms))}`

/** `12/09/2026 08:05`, for lists that stand by their days. */
export const formatDayTime = (ms: number): string => `${formatDay(localDay(ms))} ${localTime(ms)}`

const twoDigits = (value: number): string => String(value).padStart(2, '0')
