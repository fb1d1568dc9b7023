import 'server-only'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { cookieLine, cookieNames } from './cookies'
import { keyedHash } from './keys'

const DAY = 24 * 3_600_000
const KNOWN_FOR = 180 * DAY

/**
 * By what a browser is known in which this person has signed in before; null for every other one. Its tries are counted
 * apart, so that strangers who hammer at the same e-mail do not slow the person down. It opens nothing.
 */
export function knownBrowser(
  email: string,
  cookie: (name: string) => string | undefined,
  now: number,
): string | null {
  const [madeAt = '', nonce = '', mark = ''] = cookie(nameFor(email))?.split('.') ?? []
  const age = now - Number.parseInt(madeAt, 36)
  const isFresh = age > -DAY && age < KNOWN_FOR
  return isFresh && isSame(mark, markOf(email, madeAt, nonce)) ? nonce : null
}

/** The cookie by which this browser is known for half a year; each person who signs in at it has their own. */
export function knownBrowserCookie(email: string, now: number): string {
  const [madeAt, nonce] = [now.toString(36), randomBytes(16).toString('base64url')]
  const value = `${madeAt}.${nonce}.${markOf(email, madeAt, nonce)}`
  return cookieLine(nameFor(email), value, KNOWN_FOR)
}

/** Part of a keyed hash: the name tells nobody whose it is. */
const nameFor = (email: string) =>
  cookieNames().browser + keyedHash('known-browser', email).slice(0, 12)

const markOf = (email: string, madeAt: string, nonce: string) =>
  keyedHash('known-browser', `${madeAt} ${nonce} ${email}`)

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
