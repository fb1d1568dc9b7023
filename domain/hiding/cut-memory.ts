import type { Cuts } from './cut'
import { chooseCuts } from './cut-choice'
import type { Line, Span } from './line'

/** Chooses cuts as `chooseCuts` does. */
export type CutChooser = typeof chooseCuts

type Choice = Readonly<{
  span: Span
  base: Cuts
  line: Line
  options: NonNullable<Parameters<CutChooser>[3]>
  cuts: Cuts
}>

/**
 * What was chosen in the last run, for the next one: an answer moves the lines of its unit and of those above, and all
 * other choices would come out as before. A run makes its choices in the same order as the one before it; where it does
 * not, or where anything that a choice rests on has changed, it chooses anew.
 */
export class CutMemory {
  #last: readonly Choice[] = []

  /** Begins a run. Runs may overlap: what one has not chosen yet, the other chooses itself. */
  begin(): CutChooser {
    const before = this.#last
    const now: Choice[] = []
    this.#last = now
    return (span, base, line, options = noOptions) => {
      const known = before[now.length]
      const choice =
        known && isSame(known, { span, base, line, options })
          ? known
          : { span, base, line, options, cuts: chooseCuts(span, base, line, options) }
      now.push(choice)
      return choice.cuts
    }
  }
}

const noOptions = {}

function isSame(known: Choice, { span, base, line, options }: Omit<Choice, 'cuts'>): boolean {
  const { guards: before = noGuards, isOpenFirst: wasOpenFirst = false } = known.options
  const { guards = noGuards, isOpenFirst = false } = options
  return (
    known.span.first === span.first &&
    wasOpenFirst === isOpenFirst &&
    isEqual(known.line, line) &&
    isEqual(known.base, base) &&
    before.length === guards.length &&
    guards.every((guard, i) => isEqual(guard, before[i]))
  )
}

const noGuards: readonly Line[] = []

function isEqual(a: Line | Cuts, b: Line | Cuts | undefined): boolean {
  if (a === b) return true
  if (a.length !== b?.length) return false
  // From the end: that is where answers come in.
  for (let t = a.length - 1; t >= 0; t--) if (a[t] !== b[t]) return false
  return true
}
