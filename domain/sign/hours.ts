import { groupBy } from '../group-by'
import { localClock, localDay } from '../period'
import type { HoursSign, Sighting, SourceRecord } from './sign'

/** When tablets at desks are expected to be answered: Monday to Saturday, 07:00 to 17:30, in minutes of the day. */
export const officeHours = { from: 7 * 60, before: 17 * 60 + 30 } as const

/** One or two on a day are somebody who was served last. */
export const fewestOutside = 3

/** Answers on a tablet at hours when the office is closed, on days with several. Public holidays are not known. */
export function findOutside({ source, timed }: SourceRecord): HoursSign[] {
  if (source.kind !== 'device') return []
  const members = onFullDays(timed.filter(isOutside), fewestOutside)
  return members.length === 0
    ? []
    : [{ kind: 'hours', key: `hours.${source.key}`, source, members, of: timed.length }]
}

function isOutside({ at }: Sighting): boolean {
  const { weekday, minute } = localClock(at)
  return weekday === 0 || minute < officeHours.from || minute >= officeHours.before
}

/** Those on local days that have at least so many of them. */
export function onFullDays(sightings: readonly Sighting[], fewest: number): Sighting[] {
  const byDay = groupBy(sightings, ({ at }) => localDay(at))
  return [...byDay.values()].filter((day) => day.length >= fewest).flat()
}
