import fc from 'fast-check'
import { expect, it } from 'vitest'
import { GroupMemory } from '@/domain/hiding/group-memory'
import { chooseRule, listShown, type People, people } from '../helpers/random-office'

/** Further answers: where, by which door, when, how many. Some doors are new to their unit. */
const further = fc.array(
  fc.record({
    unit: fc.nat(4),
    door: fc.nat(8),
    half: fc.nat(5),
    n: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 1, maxLength: 3 },
)

const withMore = (counts: People, more: Readonly<Record<'unit' | 'door' | 'half' | 'n', number>>) =>
  counts.map((row, u) =>
    u !== more.unit
      ? row
      : row.map((line, d) =>
          d === more.door ? line.map((n, h) => (h === more.half ? n + more.n : n)) : line,
        ),
  )

it('a run that takes over from the ones before it shows what one that begins anew shows', () => {
  fc.assert(
    fc.property(people, fc.array(further, { minLength: 1, maxLength: 4 }), (before, waves) => {
      const memory = new GroupMemory()
      let counts = before
      listShown(counts, { memory })
      for (const wave of waves) {
        counts = wave.reduce(withMore, counts)
        expect(listShown(counts, { memory })).toEqual(listShown(counts))
        const [taken, anew] = [chooseRule(counts, memory).groups, chooseRule(counts).groups]
        expect(overlapsIn(taken)).toEqual(overlapsIn(anew))
        expect(taken.sizes).toEqual(anew.sizes)
      }
    }),
    { numRuns: 60, seed: 26 },
  )
})

const overlapsIn = ({ overlaps }: ReturnType<typeof chooseRule>['groups']) =>
  [...overlaps].map(([unit, found]) => [unit, found.overlaps])

it('what has not moved is the very same', () => {
  const door = (n: number) =>
    Array.from({ length: 9 }, (_, d) => Array<number>(6).fill(d < 3 ? n : 0))
  const counts: People = [door(0), door(9), door(8), door(7), door(6)]
  const memory = new GroupMemory()
  const first = chooseRule(counts, memory).groups
  const second = chooseRule(withMore(counts, { unit: 1, door: 0, half: 5, n: 1 }), memory).groups
  expect(second.shape).toBe(first.shape)
  const same = [...second.overlaps].map(([unit, found]) => [
    unit,
    found === first.overlaps.get(unit),
  ])
  expect(same).toEqual([
    [1, false],
    [2, false],
    [3, true],
    [4, true],
    [5, true],
  ])
})
