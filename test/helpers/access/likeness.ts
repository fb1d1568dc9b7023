import type { Answer, Ask } from './ask'

/** What was asked and answered; `named` is what the question says besides its address. */
export type Given = Readonly<{ ask: Ask; answer: Answer; named?: readonly string[] }>

/**
 * An answer without what it only repeats of the question. Of a page it is what is seen: the address that its scripts
 * carry is the question once more, and `foreignIn` searches them.
 */
export function plain({ answer, ask: sent, named = [] }: Given): string {
  const seen = answer.text
    .replace(/<script\b[^>]*>.*?<\/script>/gs, '')
    .replace(/nonce="[^"]*"/g, '')
    // By which the same form sent twice is known: another one at each look.
    .replace(/name="request" value="[^"]*"/g, '')
  const names = [...sent.path.split(/[/?&=]/), ...named].filter((name) => name.length > 0)
  const around = ['""', '//', '=&'].map(([before = '', after = '']) => ({ before, after }))
  const repeated = names.flatMap((name) =>
    name.length < 5 ? around.map(({ before, after }) => [before, name, after]) : [['', name, '']],
  )
  return [['', sent.path, ''], ...repeated].reduce(
    (left, [before, name, after]) =>
      left.replaceAll(`${before}${name}${after}`, `${before}…${after}`),
    `${answer.status} ${decodeURIComponent(answer.location)} ${seen}`,
  )
}

/** Where two of them part. */
export function difference(one: string, other: string): string {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  const cut = (text: string) => text.slice(Math.max(0, at - 30), at + 70)
  return `${one.length} and ${other.length} characters, “${cut(one)}” against “${cut(other)}”`
}
