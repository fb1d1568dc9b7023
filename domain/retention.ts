import type { Backup } from './backup'
import { localDay, localTime, monthOf, shiftDay } from './period'

type Kept = Pick<Backup, 'file' | 'kind' | 'madeAt'>

/** So many of each are kept, each the newest of its hour, day, week or month. */
export const retention = { hours: 24, days: 14, weeks: 8, months: 12 } as const

const upgradeCopies = 3
const upgradeAge = 180 * 24 * 3600_000

/**
 * The copies that need not be kept. Hours, days, weeks and months are counted by those that have a copy: an office
 * that was closed for a month loses nothing by it. What somebody asked for is theirs to remove; a copy from before an
 * upgrade stays half a year, and the newest three stay longer.
 */
export function listOutdated<T extends Kept>(backups: readonly T[], now: number): T[] {
  const sorted = backups.toSorted((a, b) => b.madeAt - a.madeAt)
  const hourly = sorted.filter(({ kind }) => kind === 'hourly')
  const kept = new Set([
    ...newestPer(hourly, hourOf, retention.hours),
    ...newestPer(hourly, dayOf, retention.days),
    ...newestPer(hourly, weekOf, retention.weeks),
    ...newestPer(hourly, (one) => monthOf(dayOf(one)), retention.months),
  ])
  const upgrades = sorted.filter(({ kind }) => kind === 'before-upgrade').slice(upgradeCopies)
  return [
    ...hourly.filter((one) => !kept.has(one)),
    ...upgrades.filter(({ madeAt }) => now - madeAt > upgradeAge),
  ]
}

function newestPer<T>(sorted: readonly T[], spanOf: (one: T) => string, spans: number): T[] {
  const newest = new Map<string, T>()
  for (const one of sorted) {
    const span = spanOf(one)
    if (!newest.has(span)) newest.set(span, one)
  }
  return [...newest.values()].slice(0, spans)
}

const dayOf = ({ madeAt }: Kept) => localDay(madeAt)
const hourOf = (one: Kept) => `${dayOf(one)} ${localTime(one.madeAt).slice(0, 2)}`

/** The Monday of its week. */
function weekOf(one: Kept): string {
  const day = dayOf(one)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return shiftDay(day, -((weekday + 6) % 7))
}
