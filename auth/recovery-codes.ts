import 'server-only'
import { createHash, randomInt } from 'node:crypto'

const HOW_MANY = 10

// No letters that are taken for one another on paper: 0 o, 1 i l.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten codes to be kept on paper, each good once: `k7mp-x2ab-…`, about 79 bits. */
export const makeRecoveryCodes = (): string[] => Array.from({ length: HOW_MANY }, makeOne)

/** What is stored of one: with so many bits, nobody finds it again from its hash. */
export const hashRecoveryCode = (typed: string): string =>
  createHash('sha256')
    .update(typed.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest('hex')

function makeOne(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
