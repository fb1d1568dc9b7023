import type { DigitChain } from './digit-chain'
import type { Masked } from './mask-mark'

/** What is said around the digits. */
export type Context = Readonly<{
  before: 'phone' | 'identity' | 'code' | ''
  hasCurrency: boolean
  hasPlus: boolean
}>

/** What number of a person these groups of digits are, if any. */
export function kindOf(groups: DigitChain, context: Context): Masked | undefined {
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
