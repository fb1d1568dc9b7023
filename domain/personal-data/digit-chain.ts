/** Digits that stand together. `from` and `to` are places in the text (`to` behind the last digit). */
export type DigitGroup = Readonly<{
  /** In ASCII, whatever script they were typed in. */
  digits: string
  from: number
  to: number
  /** What stands between this group and the one before; '' for the first. */
  joint: string
  /** Belongs to a code such as `H29-240115-0001`: glued to letters, or to a group that is. */
  isCode: boolean
}>

/** Groups that may be one number: `0912 345.678` is one chain of three. */
export type DigitChain = readonly DigitGroup[]

const run = /\p{Nd}+/gu
// Between two groups of one number: blanks, and at most one mark among them.
const joint =
  /^[\s\u00AD\u200B-\u200D\u2060\uFEFF]{0,3}[).(/,.\-\u2010-\u2015\u2212·•_*．－（）]{0,2}[\s\u00AD\u200B-\u200D\u2060\uFEFF(]{0,3}$/u
const longestJoint = 6
const letter = /[\p{L}\p{M}]/u

/** Every chain of the text, in one pass. */
export function digitChains(text: string): DigitChain[] {
  const chains: DigitGroup[][] = []
  for (const match of text.matchAll(run)) {
    const from = startOf(text, match.index)
    const to = match.index + match[0].length
    const digits = (from < match.index ? '0' : '') + asciiDigits(match[0])
    const chain = chains.at(-1)
    const last = chain?.at(-1)
    const between = last ? text.slice(last.to, Math.min(from, last.to + longestJoint + 1)) : ''
    if (chain && last && between.length <= longestJoint && joint.test(between)) {
      const isCode = last.isCode && isTight(between)
      chain.push({ digits, from, to, joint: between, isCode })
    } else {
      chains.push([{ digits, from, to, joint: '', isCode: isGluedBefore(text, from) }])
    }
  }
  return chains.map((chain) => markBackwards(text, chain))
}

/** A letter O in place of the leading zero: `O912345678`. */
function startOf(text: string, from: number): number {
  return /[oO]/.test(text[from - 1] ?? '') && !letterAt(text, from - 2) ? from - 1 : from
}

/** The decimal value of each digit as ASCII, for the scripts that are written here. */
const asciiDigits = (digits: string): string =>
  Array.from(digits, (digit) => {
    const plain = digit.normalize('NFKC')
    const zero = zeros.find((one) => plain.charCodeAt(0) >= one && plain.charCodeAt(0) < one + 10)
    return zero === undefined ? plain : String(plain.charCodeAt(0) - zero)
  }).join('')

/** Khmer, Thai, Lao, Burmese and Arabic zero. */
const zeros = [0x17e0, 0x0e50, 0x0ed0, 0x1040, 0x0660]

const letterAt = (text: string, index: number) => letter.test(text[index] ?? '')

/** Glued to capitals by itself or over a mark: the 29 of `H29`, the 240115 of `QN-240115`. */
const isGluedBefore = (text: string, from: number) =>
  /\p{Lu}[-_/]?$/u.test(text.slice(Math.max(0, from - 2), from))

const isTight = (between: string) => !/\s/.test(between)

/** A code that goes on in letters: `000.00.01` of `000.00.01.H29`, `0001` of `0001AB`. */
function markBackwards(text: string, chain: readonly DigitGroup[]): DigitChain {
  const marked = [...chain]
  for (let i = chain.length - 1; i >= 0; i--) {
    const group = marked[i]
    const next = marked[i + 1]
    if (!group || group.isCode) continue
    const isGlued = next
      ? next.isCode && isTight(next.joint)
      : /^(\p{Lu}|[-_/.]\p{L}{1,4}\d)/u.test(text.slice(group.to, group.to + 6))
    if (isGlued) marked[i] = { ...group, isCode: true }
  }
  return marked
}
