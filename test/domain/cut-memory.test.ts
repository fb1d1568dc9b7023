import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Cuts } from '@/domain/hiding/cut'
import { chooseCuts } from '@/domain/hiding/cut-choice'
import { CutMemory } from '@/domain/hiding/cut-memory'
import type { Line } from '@/domain/hiding/line'

const span = { first: 48_600, halves: 12 }

type Input = Readonly<{ base: Cuts; line: Line; guard: Line; isOpenFirst: boolean }>

/** Few people in each half-month, so that most cuts are in question. */
const lines = fc.array(fc.nat(7), { minLength: 12, maxLength: 12 }).map((people): Line => {
  const line = new Int32Array(13)
  for (const [t, n] of people.entries()) line[t + 1] = (line[t] ?? 0) + n
  return line
})
const inputs: fc.Arbitrary<Input> = fc.record({
  base: fc
    .array(fc.nat(4), { minLength: 13, maxLength: 13 })
    .map((marks) => Uint8Array.from(marks, (mark) => (mark > 0 ? 1 : 0))),
  line: lines,
  guard: lines,
  isOpenFirst: fc.boolean(),
})
const manyInputs = fc.array(inputs, { minLength: 20, maxLength: 20 })

const copyOf = ({ base, line, guard, isOpenFirst }: Input): Input => ({
  ...{ base: base.slice(), line: line.slice(), guard: guard.slice(), isOpenFirst },
})

const chooseAll = (choose: typeof chooseCuts, all: readonly Input[], at = span): Cuts[] =>
  all.map(({ base, line, guard, isOpenFirst }) =>
    choose(at, base, line, { guards: [guard], isOpenFirst }),
  )

it('chooses what would be chosen anew, whichever part of an input has changed since the last run', () => {
  const changes = fc.record({
    at: fc.nat(19),
    part: fc.constantFrom('base', 'line', 'guard', 'isOpenFirst'),
    other: inputs,
  })
  fc.assert(
    fc.property(manyInputs, fc.array(changes), fc.nat(3), (before, changed, dropped) => {
      const memory = new CutMemory()
      chooseAll(memory.begin(), before)
      const after = before.map(copyOf)
      for (const { at, part, other } of changed) {
        after[at] = { ...(after[at] ?? other), [part]: other[part] }
      }
      const rest = after.slice(dropped)
      expect(chooseAll(memory.begin(), rest)).toEqual(chooseAll(chooseCuts, rest))
    }),
  )
})

it('chooses anew where the span begins at another half-month', () => {
  const later = { ...span, first: span.first + 3 }
  fc.assert(
    fc.property(manyInputs, (all) => {
      const memory = new CutMemory()
      chooseAll(memory.begin(), all)
      expect(chooseAll(memory.begin(), all, later)).toEqual(chooseAll(chooseCuts, all, later))
    }),
  )
})

it('takes over what rests on the same, and no more', () => {
  fc.assert(
    fc.property(manyInputs, fc.nat(19), (all, moved) => {
      const memory = new CutMemory()
      const first = chooseAll(memory.begin(), all)
      const after = all.map((input, i) => {
        const line = input.line.slice()
        if (i === moved) line[12] = (line[12] ?? 0) + 1
        return { ...copyOf(input), line }
      })
      const second = chooseAll(memory.begin(), after)
      expect(second.map((cuts, i) => cuts === first[i])).toEqual(all.map((_, i) => i !== moved))
    }),
  )
})

it('lets two runs go on beside each other', () => {
  fc.assert(
    fc.property(manyInputs, (all) => {
      const memory = new CutMemory()
      const [one, other] = [memory.begin(), memory.begin()]
      for (const { base, line } of all) {
        const wanted = chooseCuts(span, base, line)
        expect(other(span, base, line)).toEqual(wanted)
        expect(one(span, base, line)).toEqual(wanted)
      }
    }),
  )
})
