import 'server-only'
import { randomInt } from 'node:crypto'

// No letters that are taken for one another on a screen or on paper: 0 o, 1 i l.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Four groups of so many letters and figures each: `k7mp-x2ab-…`. */
export function makeWrittenCode(size: number): string {
  const group = () =>
    Array.from({ length: size }, () => alphabet[randomInt(alphabet.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
