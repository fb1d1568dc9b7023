import { describe, expect, it } from 'vitest'
import { findBursts } from '@/domain/sign/burst'
import { compareChannels } from '@/domain/sign/channels'
import { findFast } from '@/domain/sign/fast'
import { findOutside } from '@/domain/sign/hours'
import { addToMix, findRuns, noMix } from '@/domain/sign/run'
import { randomFor } from '@/scripts/demonstration/random'
import {
  day,
  hour,
  levelsFrom,
  minute,
  monday,
  poster,
  recordOf,
  sightingsAt,
  tablet,
  yearOfVisits,
} from '../helpers/sightings'

const seconds = (n: number, from: number, step = 1) =>
  Array.from({ length: n }, (_, i) => from + i * step * 1000)
const sorted = (instants: number[]) => instants.toSorted((a, b) => a - b)
const mixOf = (record: ReturnType<typeof recordOf>) => addToMix(noMix, record.timed)

describe('bursts', () => {
  it('twelve in two minutes on a tablet that sees four an hour', () => {
    const ordinary = Array.from({ length: 100 }, (_, i) => monday + 8 * hour + i * 15 * minute)
    const planted = seconds(12, monday + day + 15 * hour + minute, 10)
    const [burst, ...others] = findBursts(recordOf(sightingsAt(sorted([...ordinary, ...planted]))))
    expect(others).toEqual([])
    expect(burst?.members.map(({ at }) => at)).toEqual(expect.arrayContaining(planted))
    expect(burst).toMatchObject({ most: 12, usual: 4 / 12, source: tablet })
  })

  it('nine are none, and ten in six minutes neither', () => {
    expect(findBursts(recordOf(sightingsAt(seconds(9, monday, 5))))).toEqual([])
    expect(findBursts(recordOf(sightingsAt(seconds(10, monday, 40))))).toEqual([])
    expect(findBursts(recordOf(sightingsAt(seconds(10, monday, 33)))).length).toBe(1)
  })

  it('half an hour of tapping is one burst, two half hours are two', () => {
    const twice = [...seconds(180, monday, 10), ...seconds(180, monday + 3 * hour, 10)]
    expect(findBursts(recordOf(sightingsAt(twice))).map(({ members }) => members.length)).toEqual([
      180, 180,
    ])
  })

  it('very many at once do not end in an endless search', () => {
    const busy = (i: number) => seconds(10_000, monday + i * hour, 0.36)
    const hours = Array.from({ length: 30 }, (_, i) => busy(i)).flat()
    expect(findBursts(recordOf(sightingsAt(hours)))).toEqual([])
  })

  it('a year of twenty ordinary sources, quiet and busy, raises one at most', () => {
    const records = Array.from({ length: 20 }, (_, i) =>
      recordOf(sightingsAt(yearOfVisits(randomFor(5, i), 1 + 2 * i))),
    )
    expect(records.reduce((sum, { timed }) => sum + timed.length, 0)).toBeGreaterThan(500_000)
    expect(records.flatMap(findBursts).length).toBeLessThanOrEqual(1)
  })
})

describe('runs', () => {
  const mix = [0.02, 0.03, 0.1, 0.25, 0.6]
  const shuffled = (seed: number, n: number, shares = mix) => {
    const levels = levelsFrom(randomFor(seed, 1), n, shares)
    return sightingsAt(seconds(n, monday, 300), (i) => ({ level: levels[i] ?? null }))
  }

  it('forty "Rất hài lòng" where six of ten say so', () => {
    const around = shuffled(1, 400)
    const run = sightingsAt(seconds(40, monday + 200 * 300_000, 60), (i) => ({
      level: 5,
      seq: 1000 + i,
    }))
    const timed = [...around.slice(0, 200), ...run, ...around.slice(200)]
    const record = recordOf(timed)
    const [found, ...others] = findRuns(record, mixOf(record))
    expect(others).toEqual([])
    expect(found?.members.length).toBeGreaterThanOrEqual(40)
    expect(found?.level).toBe(5)
    expect(found?.expected).toBeLessThan(1e-5)
  })

  it('a mix of nearly all "Rất hài lòng" has long runs and no sign', () => {
    const record = recordOf(shuffled(2, 3000, [0.005, 0.005, 0.01, 0.03, 0.95]))
    expect(findRuns(record, mixOf(record))).toEqual([])
  })

  it('all the same from the beginning says nothing', () => {
    const record = recordOf(sightingsAt(seconds(500, monday, 300), () => ({ level: 5 })))
    expect(findRuns(record, mixOf(record))).toEqual([])
  })

  it('a desk that is liked better than its unit is judged by itself', () => {
    const record = recordOf(shuffled(3, 1000, [0.01, 0.01, 0.02, 0.08, 0.88]))
    const unit = addToMix(mixOf(record), shuffled(4, 9000, [0.05, 0.1, 0.25, 0.4, 0.2]))
    expect(findRuns(record, unit)).toEqual([])
  })

  it('answers without a level neither break nor make a run', () => {
    const timed = shuffled(5, 300).map((one, i) =>
      i >= 100 && i < 160 ? { ...one, level: i % 2 ? (2 as const) : null } : one,
    )
    expect(findRuns(recordOf(timed), mixOf(recordOf(timed))).map(({ level }) => level)).toEqual([2])
  })

  it('a hundred ordinary sources raise one at most', () => {
    const found = Array.from({ length: 100 }, (_, i) => recordOf(shuffled(100 + i, 2000))).flatMap(
      (record) => findRuns(record, mixOf(record)),
    )
    expect(found.length).toBeLessThanOrEqual(1)
  })
})

describe('hours', () => {
  const at = (text: string) => Date.parse(`${text}+07:00`)

  it.each([
    ['2026-09-07T06:59:59', true],
    ['2026-09-07T07:00:00', false],
    ['2026-09-12T17:29:59', false],
    ['2026-09-12T17:30:00', true],
    ['2026-09-13T09:00:00', true],
  ])('%s is outside: %s', (text, outside) => {
    const found = findOutside(recordOf(sightingsAt([at(text), at(text) + 1, at(text) + 2])))
    expect(found.length).toBe(outside ? 1 : 0)
  })

  it('two on one evening are somebody who was served last; links are open day and night', () => {
    const evening = at('2026-09-07T18:00:00')
    expect(findOutside(recordOf(sightingsAt([evening, evening + 1])))).toEqual([])
    expect(findOutside(recordOf(sightingsAt([evening, evening + day, evening + 2 * day])))).toEqual(
      [],
    )
    const three = sightingsAt([evening, evening + 1, evening + 2])
    expect(findOutside(recordOf(three, poster))).toEqual([])
    expect(findOutside(recordOf([...sightingsAt([evening - 3 * hour]), ...three]))).toMatchObject([
      { of: 4, members: three },
    ])
  })
})

describe('too fast', () => {
  const five = (duration: number, answered: number) =>
    findFast(recordOf(sightingsAt(seconds(5, monday, 60), () => ({ duration, answered }))))

  it('is less than a second for every question after the first', () => {
    expect(five(6999, 8)).toMatchObject([{ of: 5, shortest: 6999 }])
    expect(five(7000, 8)).toEqual([])
    expect(five(0, 1)).toEqual([])
    expect(five(-1, 8)).toEqual([])
  })

  it('is shown from five on a day on', () => {
    const fast = (n: number, from: number) => sightingsAt(seconds(n, from), () => ({ duration: 1 }))
    expect(findFast(recordOf([...fast(4, monday), ...fast(4, monday + day)]))).toEqual([])
    const [found] = findFast(recordOf([...fast(4, monday), ...fast(5, monday + day)]))
    expect(found?.members.length).toBe(5)
  })
})

describe('tablets against links', () => {
  const rated = (k: number, n: number, source = tablet) =>
    recordOf(
      sightingsAt(seconds(n, monday), (i) => ({ level: i < k ? 4 : 3 })),
      source,
    )

  it('276 of 300 differ from 258 of 300', () => {
    const found = compareChannels(4, [rated(276, 300), rated(258, 300, poster)])
    expect(found).toMatchObject({ kiosk: { k: 276, n: 300 }, remote: { k: 258, n: 300 } })
    expect(found?.comparison.low).toBeCloseTo(0.0098, 4)
  })

  it.each([
    ['the interval includes 0', 276, 300, 270, 300],
    ['one has fewer than thirty', 29, 29, 100, 300],
    ['one is empty', 276, 300, 0, 0],
  ])('nothing where %s', (_, k1, n1, k2, n2) => {
    expect(compareChannels(4, [rated(k1, n1), rated(k2, n2, poster)])).toBeNull()
  })

  it('paper and invitations are neither', () => {
    const paper = { ...poster, channel: 'paper' as const }
    expect(compareChannels(4, [rated(300, 300), rated(0, 300, paper)])).toBeNull()
  })
})
