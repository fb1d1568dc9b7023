import { type DigitChain, type DigitGroup, digitChains } from './digit-chain'
import { type Masked, maskMark } from './mask-mark'
import { contextBefore, currency, hasPlus, textAfter } from './number-context'
import { type Context, kindOf } from './number-kind'

type Span = Readonly<{ from: number; to: number; kind: Masked }>

/**
 * The text with marks in place of telephone numbers, identity numbers (CCCD, CMND, insurance, passport) and e-mail
 * addresses, however they are spaced. Codes, prices, dates and numbers of legal texts stay. What cannot be told
 * apart is masked rather than kept. Time grows with the length of the text.
 */
export function maskPersonalData(input: string): string {
  const text = withoutCards(withoutEmails(input.replaceAll('⟦', '[').replaceAll('⟧', ']')))
  const spans = digitChains(text).flatMap((chain) => spansOf(text, chain))
  let masked = ''
  let done = 0
  for (const { from, to, kind } of spans) {
    masked += text.slice(done, from) + maskMark(kind)
    done = to
  }
  return masked + text.slice(done)
}

// Bounded parts: no text makes it look twice at more than a few characters.
const email =
  /[\p{L}\p{N}._%+-]{1,64}[ \t]?(?:[@＠]|[[(]at[\])])[ \t]?(?:[\p{L}\p{N}-]{1,63}[ \t]?[.．]){1,6}[ \t]?\p{L}{2,24}/giu

const withoutEmails = (text: string) =>
  /[@＠]|[[(]at[\])]/i.test(text) ? text.replace(email, maskMark('email')) : text

// The numbers that begin with letters: a health insurance card's fifteen characters, and a passport's where it is named.
const healthCard = /(?<![\p{L}\p{N}])[a-z]{2}[ .-]?\d(?:[ .-]?\d){12}(?![\p{L}\p{N}])/giu

const passport =
  /((?:h[ộo]\s?chi[ếe]u|passport)(?:\s?(?:s[ốo]|l[àa]))?[\s:.]{0,3})[a-z]\s?\d{7,8}(?![\p{L}\p{N}])/giu

const withoutCards = (text: string) =>
  text
    .replace(healthCard, maskMark('identity'))
    .replace(passport, (_, before: string) => before + maskMark('identity'))

function spansOf(text: string, chain: DigitChain): Span[] {
  const spans: Span[] = []
  const dates = datesIn(chain)
  for (let first = 0; first < chain.length; first++) {
    const last = dates.has(first) ? undefined : longestMatch(text, chain, first, dates)
    const start = chain[first]
    const end = last && chain[last.index]
    if (!start || !end) continue
    spans.push({ from: withSign(text, start.from), to: end.to, kind: last.kind })
    first = last.index
  }
  return spans
}

/** Groups that are the day, month and year of a date, and so part of no other number. */
function datesIn(chain: DigitChain): ReadonlySet<number> {
  const found = new Set<number>()
  for (let i = 0; i + 2 < chain.length; i++) {
    const [day, month, year] = [chain[i], chain[i + 1], chain[i + 2]]
    if (!day || !month || !year || month.joint !== year.joint || !/^[./-]$/.test(year.joint))
      continue
    if (isUpTo(31, day) && isUpTo(12, month) && /^(19|20)\d\d$/.test(year.digits)) {
      for (const part of [i, i + 1, i + 2]) found.add(part)
    }
  }
  return found
}

const isUpTo = (most: number, { digits }: DigitGroup) =>
  digits.length <= 2 && Number(digits) >= 1 && Number(digits) <= most

type Match = Readonly<{ index: number; kind: Masked }>

/** The longest stretch of groups from `first` on that is a number of a person. */
function longestMatch(
  text: string,
  chain: DigitChain,
  first: number,
  dates: ReadonlySet<number>,
): Match | undefined {
  let match: Match | undefined
  let before: Context['before'] | undefined
  let length = 0
  for (let index = first; index < chain.length && !dates.has(index); index++) {
    length += chain[index]?.digits.length ?? 0
    if (length > 15) break
    if (length < 7) continue
    const groups = chain.slice(first, index + 1)
    before ??= contextBefore(text, groups[0]?.from ?? 0)
    const hasCurrency = currency.test(textAfter(text, groups))
    const kind = kindOf(groups, { before, hasCurrency, hasPlus: hasPlus(text, groups) })
    if (kind) match = { index, kind }
  }
  return match
}

/** The + before a number, and a bracket that opens in front of it, belong to it. */
function withSign(text: string, from: number): number {
  const sign = /[(（]?[+＋]?$/.exec(text.slice(Math.max(0, from - 2), from))
  return from - (sign?.[0].length ?? 0)
}
