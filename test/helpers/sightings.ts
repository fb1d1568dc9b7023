import type { Level } from '@/domain/answer'
import type { Sighting, Source, SourceRecord } from '@/domain/sign/sign'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** Monday, 7 September 2026, midnight in Vietnam. */
export const monday = Date.parse('2026-09-07T00:00:00+07:00')

export const tablet: Source = {
  key: 'd1-4',
  unitId: 4,
  kind: 'device',
  channel: 'kiosk',
  device: 'Máy 1',
  desk: 'Quầy 1',
  door: 'abc',
}

export const poster: Source = { ...tablet, key: 'l2', kind: 'link', channel: 'qr', device: null }

/** Responses at these instants, number 1 and on, each "Hài lòng" after twenty seconds. */
export const sightingsAt = (
  instants: readonly number[],
  changes: (index: number) => Partial<Sighting> = () => ({}),
): Sighting[] =>
  instants.map((at, index) => ({
    seq: index + 1,
    at,
    isDoubtful: false,
    duration: 20_000,
    answered: 3,
    level: 4,
    ...changes(index),
  }))

export const recordOf = (timed: readonly Sighting[], source = tablet): SourceRecord => ({
  source,
  timed,
  doubtful: [],
})

/** So many levels as the mix says, in an order that only the seed decides. */
export function levelsFrom(random: () => number, n: number, shares: readonly number[]): Level[] {
  return Array.from({ length: n }, () => {
    let left = random()
    const index = shares.findIndex((share) => {
      left -= share
      return left < 0
    })
    return ((index < 0 ? 4 : index) + 1) as Level
  })
}

/** Visits of a year of working days at `perHour` in quiet hours and three times as many at nine and ten. */
export function yearOfVisits(random: () => number, perHour: number): number[] {
  const instants: number[] = []
  for (let date = 0; date < 365; date++) {
    if (date % 7 > 4) continue
    let at = monday + date * day + 7.5 * hour
    const end = monday + date * day + 16.5 * hour
    while (at < end) {
      const clock = (at - monday - date * day) / hour
      const pace = clock >= 9 && clock < 11 ? 3 * perHour : perHour
      at += (-Math.log(1 - random()) * hour) / pace
      if (at < end) instants.push(Math.floor(at))
    }
  }
  return instants
}
