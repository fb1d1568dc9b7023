import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'

// RFC 6238 with what every authenticator app takes for granted: SHA-1, 30 seconds, six digits.
const STEP = 30_000
const DIGITS = 6
/** Phones' clocks are off by some seconds, and people type slowly: one step to either side. */
const WINDOW = 1

/** 160 random bits, as RFC 4226 recommends. */
export const makeTotpSecret = (): Buffer => randomBytes(20)

/** The six digits of the time step (RFC 4226 over RFC 6238's counter). */
export function codeAt(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0xf
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0')
}

export const stepAt = (now: number): number => Math.floor(now / STEP)

/** The step whose code this is, near now; null where it is none. Spaces, as apps show them, do not matter. */
export function stepOf(secret: Buffer, typed: string, now: number): number | null {
  const code = typed.replace(/\s/g, '')
  const here = stepAt(now)
  for (let step = here - WINDOW; step <= here + WINDOW; step++) {
    if (codeAt(secret, step) === code) return step
  }
  return null
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** As authenticator apps read it (RFC 4648, without padding). */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => alphabet[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}

/** What the QR code of the set-up says (the key URI format of authenticator apps). */
export function totpUri(secret: Buffer, email: string): string {
  const issuer = 'Hài Lòng'
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(email)}`
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`
}
