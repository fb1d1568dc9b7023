import { ok, type Result, refused } from './problem'

/** Without 0 and O, 1, I and L: read out or copied by hand, a code stays the same. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const codeLength = 8

/** How long a one-time code may be used. */
export const codeLifetime = 10 * 60 * 1000

/** How many random bytes `makeCode` should be given. */
export const codeBytes = 64

/** A one-time code made of random bytes, each character equally likely. */
export function makeCode(bytes: Uint8Array): string {
  // The bytes above the last whole multiple of the alphabet would make its first letters likelier.
  const fair = alphabet.length * Math.floor(256 / alphabet.length)
  const code = [...bytes]
    .filter((byte) => byte < fair)
    .slice(0, codeLength)
    .map((byte) => alphabet[byte % alphabet.length])
    .join('')
  if (code.length < codeLength) throw new Error('too few random bytes for a code')
  return code
}

/** What somebody typed as a code in its one spelling: spaces and dashes do not matter, nor small letters. */
export function readCode(typed: unknown): string | undefined {
  if (typeof typed !== 'string' || typed.length > 40) return undefined
  const code = typed.toUpperCase().replace(/[\s\u2010-\u2015-]/g, '')
  return code.length === codeLength && [...code].every((one) => alphabet.includes(one))
    ? code
    : undefined
}

/** `ABCD-EFGH`: as it is shown. */
export const groupCode = (code: string): string =>
  `${code.slice(0, codeLength / 2)}-${code.slice(codeLength / 2)}`

/** 32 random bytes in base64url. */
export const readCredential = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w-]{43}$/.test(value) ? value : undefined

/** What a tablet sends to enrol; `previous` is what it had before, if it was a device already. */
export type EnrolmentRequest = Readonly<{ code: string; previous: string | null }>

/** Reads the body of `POST /api/v1/devices`. A code that cannot be one is as unknown as a wrong one. */
export function parseEnrolment(
  input: unknown,
): Result<EnrolmentRequest, 'malformed' | 'unknown-code'> {
  if (typeof input !== 'object' || input === null || !('code' in input)) {
    return refused({ code: 'malformed', field: 'code' })
  }
  const previous = 'previous' in input ? readPrevious(input.previous) : null
  if (previous === undefined) return refused({ code: 'malformed', field: 'previous' })
  if (typeof input.code !== 'string') return refused({ code: 'malformed', field: 'code' })
  const code = readCode(input.code)
  return code === undefined
    ? refused({ code: 'unknown-code', field: 'code' })
    : ok({ code, previous })
}

function readPrevious(value: unknown): string | null | undefined {
  if (value === null || value === undefined) return null
  if (typeof value !== 'object' || !('credential' in value)) return undefined
  return readCredential(value.credential)
}
