import { expect, it } from 'vitest'
import { agoOf, isSilent } from '@/domain/device'
import { groupCode, makeCode, parseEnrolment, readCode } from '@/domain/enrolment'

const hour = 3_600_000

it('a device is silent after more than the set hours', () => {
  expect(isSilent(0, 2 * hour, 2)).toBe(false)
  expect(isSilent(0, 2 * hour + 1, 2)).toBe(true)
})

it.each([
  [59_999, { unit: 'now', n: 0 }],
  [60_000, { unit: 'minutes', n: 1 }],
  [2 * hour - 1, { unit: 'minutes', n: 119 }],
  [2 * hour, { unit: 'hours', n: 2 }],
  [48 * hour - 1, { unit: 'hours', n: 47 }],
  [48 * hour, { unit: 'days', n: 2 }],
  [-5, { unit: 'now', n: 0 }],
])('%i ms ago is %j', (passed, expected) => {
  expect(agoOf(1e12 - passed, 1e12)).toEqual(expected)
})

it('every character of a code is equally likely, and none looks like another', () => {
  const bytes = (first: number) => Uint8Array.from({ length: 256 }, (_, i) => (first + i) % 256)
  const seen = new Map<string, number>()
  for (let first = 0; first < 248; first++) {
    const [one = ''] = makeCode(bytes(first))
    seen.set(one, (seen.get(one) ?? 0) + 1)
  }
  expect(seen.size).toBe(31)
  expect(new Set(seen.values())).toEqual(new Set([8]))
  for (const doubtful of '01OIL') expect(seen.has(doubtful)).toBe(false)
  expect(() => makeCode(new Uint8Array(8).fill(255))).toThrow('too few')
})

it.each(['k7qm4xtp', ' K7QM-4XTP ', 'K7QM – 4XTP', 'K7 QM 4X TP'])('%j is one code', (typed) => {
  expect(readCode(typed)).toBe('K7QM4XTP')
  expect(groupCode('K7QM4XTP')).toBe('K7QM-4XTP')
})

it.each(['K7QM4XT', 'K7QM4XTPP', 'K7QM4XT0', '', 5, null])('%j is none', (typed) => {
  expect(readCode(typed)).toBeUndefined()
})

it('an earlier credential is one or none, never something else', () => {
  const credential = 'a-'.repeat(22).slice(0, 43)
  const code = 'K7QM4XTP'
  expect(parseEnrolment({ code, previous: { credential } })).toEqual({
    ok: true,
    value: { code, previous: credential },
  })
  expect(parseEnrolment({ code, previous: null })).toMatchObject({ value: { previous: null } })
  for (const previous of ['x', {}, { credential: 'short' }, { credential: null }]) {
    expect(parseEnrolment({ code, previous })).toMatchObject({
      problems: [{ code: 'malformed', field: 'previous' }],
    })
  }
})
