import 'server-only'
import { foldText } from '@/domain/folded-text'
import { commonWords } from './guessable-words'

/** So many characters have to be something other than what everybody tries first. */
const LEAST_OF_ONES_OWN = 6
/** Digits together up to this many are taken for a year or a day. */
const LONGEST_DATE = 4

/**
 * Whether a password is made of nothing but what is tried first: well-known passwords and words, the person's own
 * name, e-mail and unit, years, rows of keys, one part over and over. Compared without diacritics, case and signs.
 * @param own name, e-mail and units of the person.
 */
export function isGuessable(password: string, own: readonly string[]): boolean {
  const plain = squeeze(password)
  // In a script of which nothing is left here, the letters themselves are counted.
  const rest = plain === '' ? password.replace(/\s/gu, '') : plain
  if (new Set(rest).size < 5 || isRepeated(rest)) return true
  const words = [...ownWords(own), ...commonWords]
  const left = words.reduce(
    (text, word) => text.replaceAll(word, ' '),
    withoutRows(withoutYears(rest)),
  )
  const ofOnesOwn = left
    .split(' ')
    .map((part) => part.replace(/\d+/g, (digits) => (digits.length > LONGEST_DATE ? digits : '')))
    .join('')
  return ofOnesOwn.length < LEAST_OF_ONES_OWN
}

const withoutYears = (text: string) => text.replace(/(19|20)\d\d/g, ' ')

/** Letters and digits of any script, folded. */
const squeeze = (text: string) => foldText(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '')

/** `abcabcabcabc`, also where the last turn breaks off. */
function isRepeated(text: string): boolean {
  for (let period = 1; period <= text.length / 2; period++) {
    if (text.slice(period) === text.slice(0, -period)) return true
  }
  return false
}

/** Each word of a name or address that is long enough to be told from chance, and all of it together. */
function ownWords(own: readonly string[]): string[] {
  const words = own.flatMap((text) => {
    const parts = foldText(text).split(/[^\p{L}\p{M}\p{N}]+/u)
    return [parts.join(''), ...parts.filter((part) => part.length > 3)]
  })
  return words.filter((word) => word.length > 2).toSorted((a, b) => b.length - a.length)
}

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
].flatMap((row) => [row, [...row].toReversed().join('')])

const LEAST_IN_A_ROW = 4

/** Without stretches of neighbouring keys or of one character. */
function withoutRows(text: string): string {
  let left = ''
  for (let at = 0; at < text.length; ) {
    const length = stretchAt(text, at)
    left += length >= LEAST_IN_A_ROW ? ' ' : text[at]
    at += length >= LEAST_IN_A_ROW ? length : 1
  }
  return left
}

function stretchAt(text: string, at: number): number {
  let length = 1
  for (; at + length < text.length; length++) {
    const stretch = text.slice(at, at + length + 1)
    const isRow = rows.some((row) => row.includes(stretch))
    if (!isRow && stretch !== (stretch[0] ?? '').repeat(stretch.length)) break
  }
  return length
}
