import 'server-only'
import { cookies } from 'next/headers'
import type { Account } from '@/domain/access'
import { cookieLine, cookieNames } from './cookies'
import { seal, unseal } from './sealed'

const SHOWN_FOR = 10 * 60_000

/**
 * Carries recovery codes that were just made to the page that shows them, sealed: the database has only their hashes,
 * and they must not stand in an address.
 */
export function shownCodesCookie(
  { userId }: Account,
  codes: readonly string[],
  now: number,
): string {
  const content = JSON.stringify({ codes, until: now + SHOWN_FOR })
  const sealed = seal('shown-codes', userId, Buffer.from(content))
  return cookieLine(cookieNames().shownCodes, sealed, SHOWN_FOR)
}

/** The person has put them away. */
export const noShownCodesCookie = (): string => cookieLine(cookieNames().shownCodes, '', 0)

/** The codes that were made in this browser within the last ten minutes and not yet put away. */
export async function shownCodes({ userId }: Account, now: number): Promise<string[]> {
  const sealed = (await cookies()).get(cookieNames().shownCodes)?.value
  const opened = sealed ? unseal('shown-codes', userId, sealed) : null
  if (!opened) return []
  const { codes, until } = JSON.parse(opened.toString()) as { codes: string[]; until: number }
  return until > now ? codes : []
}
