import { maskMark } from './mask-mark'

/** Places [from, to) in the original of a comment. */
export type TextSpan = readonly [from: number, to: number]

/** What stands in the text instead of what is masked already, so that nothing is found there. */
const nothing = '\u0000'

/**
 * Where the words stand in the original, as whole words and apart from what is masked already: as they were typed but
 * for case, else without regard to diacritics. Empty where they do not stand there.
 */
export function findWords(
  original: string,
  words: string,
  masked: readonly TextSpan[],
): readonly TextSpan[] {
  const open = blankOut(original, [...masked, ...marksIn(original)])
  const exact = spansOf(open, words, (char) => char.toLowerCase())
  return exact.length > 0 ? exact : spansOf(open, words, withoutDiacritics)
}

/** The original with a mark in place of each span; spans that touch become one. */
export function maskSpans(original: string, spans: readonly TextSpan[]): string {
  let text = ''
  let done = 0
  for (const [from, to] of joined(original, spans)) {
    text += original.slice(done, from) + maskMark('words')
    done = to
  }
  return text + original.slice(done)
}

const marksIn = (text: string): TextSpan[] =>
  [...text.matchAll(/⟦\w+⟧/g)].map(({ 0: mark, index }) => [index, index + mark.length])

function blankOut(text: string, spans: readonly TextSpan[]): string {
  let open = text
  for (const [from, to] of spans) {
    open = open.slice(0, from) + nothing.repeat(to - from) + open.slice(to)
  }
  return open
}

type Fold = (char: string) => string

const withoutDiacritics: Fold = (char) =>
  char
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .replaceAll('đ', 'd')

function spansOf(text: string, words: string, fold: Fold): TextSpan[] {
  const sought = foldAll(words.normalize('NFC').trim(), fold).folded
  if (sought === '') return []
  const { folded, places } = foldAll(text, fold)
  const spans: TextSpan[] = []
  for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + 1)) {
    const from = places[at] ?? 0
    const to = endOf(text, places[at + sought.length] ?? text.length)
    if (isWhole(text, from, to) && from >= (spans.at(-1)?.[1] ?? 0)) spans.push([from, to])
  }
  return spans
}

/** The text folded, blanks as one, and for each of its characters the place in the text. */
function foldAll(text: string, fold: Fold): Readonly<{ folded: string; places: number[] }> {
  let folded = ''
  const places: number[] = []
  let place = 0
  for (const char of text) {
    const isBlank = /\s/u.test(char)
    const piece = isBlank ? (folded.endsWith(' ') ? '' : ' ') : fold(char)
    folded += piece
    for (let i = 0; i < piece.length; i++) places.push(place)
    place += char.length
  }
  return { folded, places }
}

/** Without the blanks and with the vowel signs that follow. */
function endOf(text: string, to: number): number {
  let end = to
  while (/^\p{M}/u.test(text.slice(end, end + 1))) end++
  while (/\s$/u.test(text.slice(end - 1, end))) end--
  return end
}

/** Khmer writes no blanks between words: there every place may be the end of one. */
const isWhole = (text: string, from: number, to: number): boolean =>
  !isInWord(text, from) && !isInWord(text, to)

const isInWord = (text: string, at: number) =>
  inWord.test(text.slice(Math.max(0, at - 2), at)) && startsWord.test(text.slice(at, at + 2))

const inWord = /(?!\p{Script=Khmer})[\p{L}\p{M}\p{N}]$/u
const startsWord = /^(?!\p{Script=Khmer})[\p{L}\p{M}\p{N}]/u

function joined(original: string, spans: readonly TextSpan[]): TextSpan[] {
  const all: TextSpan[] = []
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = all.at(-1)
    const touches = last && /^\s*$/.test(original.slice(last[1], from))
    if (last && (from <= last[1] || touches)) all[all.length - 1] = [last[0], Math.max(last[1], to)]
    else all.push([from, to])
  }
  return all
}
