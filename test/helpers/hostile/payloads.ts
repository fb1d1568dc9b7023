/**
 * What somebody types who means harm, or whose keyboard does: markup for every place in a page, expressions of templates,
 * formulas, signs that nobody sees. Elements made of one carry `data-hit`, scripts set `__hit`.
 */
export const payloads: readonly string[] = [
  '<script>window.__hit=1</script>',
  '"><img data-hit src=x onerror=__hit=2>',
  "'><svg data-hit onload=__hit=3>",
  '</title><script>__hit=4</script>',
  '</textarea><b data-hit>',
  '</script><script>__hit=5</script>',
  '<!--<b data-hit>',
  '--><b data-hit>',
  ']]><b data-hit/>',
  '<w:t><b data-hit/></w:t>',
  `{{7*7}}$` + '{7*7}#{7*7}<%=7*7%>',
  '=HYPERLINK("http://evil.example")',
  "+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd',
  '\t=1+1',
  '＝1+1',
  'javascript:__hit=6',
  '&lt;b data-hit&gt;&#60;&amp;amp;',
  '<!DOCTYPE x [<!ENTITY y "z">]>&y;',
  '\u202E<b data-hit>txt.exe',
  'a\u200B\u200Db\uFEFF<b data-hit>',
  'Z\u0301\u0323\u0302\u0308\u0301\u0323',
  'Ừ'.repeat(40),
  '\0\u0001\u001b[31m<b data-hit>',
  '\\u003cb data-hit\\x3e\\',
  "';drop table units;--",
  '%3Cb data-hit%3E%0d%0aX: y',
  '__proto__',
  '👩‍👩‍👧<b data-hit>𝒳',
]

/** So many of them one after the other, each with a number of its own, by which it is known again wherever it is shown. */
export class Typist {
  constructor(readonly typed: string[] = []) {}

  /** The next; `short` for fields that take 20 characters. */
  next(short = false): string {
    const n = this.typed.length
    const text = `${short ? '<b data-hit>' : payloads[n % payloads.length]} ${markOf(n)}`
    this.typed.push(text)
    return text
  }
}

const markOf = (n: number) => `«${n}»`

/** By what a text of the typist is known again. */
export const markIn = (text: string): string => /«\d+»/.exec(text)?.[0] ?? ''

/** The numbers of all that stand in a text. */
export const numbersIn = (text: string): number[] =>
  [...text.matchAll(/«(\d+)»/g)].map(([, n]) => Number(n))

/** As two texts are compared that look the same: without what nobody sees, blanks as one. */
export const looksLike = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
