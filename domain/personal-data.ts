import { type DigitChain, type DigitGroup, digitChains } from './digit-chain'
import { type Masked, maskMark } from './mask-mark'

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

const phoneContext =
  /(?:\b|_)(?:s?dt|s[dđ]t|phone|tel|zalo|viber|hotline|alo|goi|dien thoai|di dong|so may|lien he|call)[^\p{L}\p{N}]{0,3}(?:so|cho|la|qua)?[^\p{L}\p{N}]{0,3}$/u
const identityContext =
  /(?:cccd|cmnd|cmt|cmtnd|can cuoc(?: cong dan)?|dinh danh(?: ca nhan)?|chung minh(?: nhan dan| thu)?|bhxh|bhyt|ho chieu)[^\p{L}\p{N}]{0,3}(?:so|la|cua toi la)?[^\p{L}\p{N}]{0,3}$/u
const codeContext =
  /(?:ho so|bien nhan|bien lai|phieu|ma hs|ma so|van ban|so thua|thua dat)[^\p{L}\p{N}]{0,3}(?:so|la|ma)?[^\p{L}\p{N}]{0,3}$/u
const currency =
  /^\s?(?:đ|₫|đồng|dong|vnd|vnđ|k|ngàn|ngan|nghìn|nghin|triệu|trieu|tr|tỷ|tỉ|usd|\$)(?![\p{L}\p{N}])/iu

/** What is said around the digits. */
type Context = Readonly<{
  before: 'phone' | 'identity' | 'code' | ''
  hasCurrency: boolean
  hasPlus: boolean
}>

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

function contextBefore(text: string, from: number): Context['before'] {
  const before = plain(text.slice(Math.max(0, from - 36), from))
  if (phoneContext.test(before)) return 'phone'
  if (identityContext.test(before)) return 'identity'
  return codeContext.test(before) ? 'code' : ''
}

const plain = (text: string) =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')

function kindOf(groups: DigitChain, context: Context): Masked | undefined {
  const digits = groups.map((group) => group.digits).join('')
  if (context.hasCurrency) return undefined
  if (context.hasPlus && /^[1-9]\d{7,14}$/.test(digits)) return 'phone'
  if (groups.some(({ isCode }) => isCode) && context.before === '') {
    return groups.length === 1 && /^0[35789]\d{8}$/.test(digits) ? 'phone' : undefined
  }
  if (isPhone(groups, digits)) return 'phone'
  if (context.before === 'phone' && /^(?!1[89]00)\d{7,12}$/.test(digits)) return 'phone'
  return isIdentity(groups, digits, context) ? 'identity' : undefined
}

// Mobile and fixed numbers of ten digits, fixed ones since 2017 and mobile ones before 2018 of eleven.
const national = /^0(?:[2-9]\d{8}|[12]\d{9})$/
const international = /^(?:00)?84(?:0?[35789]\d{8}|0?2\d{9})$/

function isPhone(groups: DigitChain, digits: string): boolean {
  if (!national.test(digits) && !international.test(digits)) return false
  if (groups.length === 1) return true
  const [head, ...rest] = groups
  const size = head?.digits.length ?? 0
  // `0912/345/678`, but neither `05/03/2026, 14` nor `1. 2. 3.`
  const isLoose = rest.some(({ joint }) => /[/]|[.,]\s/.test(joint))
  if (isLoose) return size >= 3 && rest.every((group) => group.digits.length >= 2)
  return size >= 2 || groups.every((group) => group.digits.length === 1)
}

function isIdentity(groups: DigitChain, digits: string, { before }: Context): boolean {
  if (before === 'identity') return /^(?:\d{8,10}|\d{12})$/.test(digits)
  const [head, ...rest] = groups
  if (/^0\d{11}$/.test(digits)) {
    const isLoose = rest.some(({ joint }) => /[/,]|\.\s/.test(joint))
    return groups.length === 1 || (!isLoose && (head?.digits.length ?? 0) >= 3)
  }
  if (before === 'code' || isRound(groups, digits)) return false
  if (groups.length === 1) return /^\d{9,10}$/.test(digits)
  return (
    groups.length === 3 &&
    groups.every((group) => group.digits.length === 3) &&
    rest.every(({ joint }) => joint === rest[0]?.joint && !/[/]|[.,]\s/.test(joint))
  )
}

/** An amount of money, such as `150.000.000`: no identity number ends so, or hardly any. */
const isRound = (groups: DigitChain, digits: string) =>
  digits.endsWith('000') && !digits.startsWith('0') && groups.length <= 4

/** The + before a number, and a bracket that opens in front of it, belong to it. */
function withSign(text: string, from: number): number {
  const sign = /[(（]?[+＋]?$/.exec(text.slice(Math.max(0, from - 2), from))
  return from - (sign?.[0].length ?? 0)
}

const hasPlus = (text: string, [head]: DigitChain) =>
  /[+＋]/.test(text[(head?.from ?? 0) - 1] ?? '')

function textAfter(text: string, groups: DigitChain): string {
  const to = groups.at(-1)?.to ?? 0
  return text.slice(to, to + 8)
}
