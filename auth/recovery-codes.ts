import 'server-only'
import { createHash } from 'node:crypto'
import { makeWrittenCode } from './written-code'

const HOW_MANY = 10

/** Ten codes to be kept on paper, each good once, with about 79 bits. */
export const makeRecoveryCodes = (): string[] =>
  Array.from({ length: HOW_MANY }, () => makeWrittenCode(4))

/** What is stored of one: with so many bits, nobody finds it again from its hash. */
export const hashRecoveryCode = (typed: string): string =>
  createHash('sha256')
    .update(typed.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest('hex')
