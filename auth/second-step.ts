import 'server-only'
import { cookies } from 'next/headers'
import {
  beginPending,
  countPendingTry,
  getPending,
  PENDING_LIMIT,
  type PendingSignIn,
  spendPending,
} from '@/db/accounts/pending-sign-ins'
import { checkCode, type TypedCode } from './code-check'
import { cookieLine, cookieNames } from './cookies'
import { knownBrowser } from './known-browser'
import { hashSessionId, makeSessionId } from './session-id'
import type { Visit } from './visit'

/** The password was right: the browser gets a cookie that opens the next step and nothing else. */
export async function beginSecondStep(userId: number, visit: Visit, now: number): Promise<void> {
  const id = makeSessionId()
  await beginPending(hashSessionId(id), userId, now)
  visit.newCookies.push(cookieLine(cookieNames().pending, id, PENDING_LIMIT))
}

/** Whose code is awaited in this browser; null where nobody's is. For the page. */
export async function awaitedCode(): Promise<PendingSignIn | null> {
  const id = (await cookies()).get(cookieNames().pending)?.value
  return id ? getPending(hashSessionId(id), Date.now()) : null
}

type Step =
  | Readonly<{ ok: true; userId: number; email: string }>
  | Readonly<{ ok: false; error: 'code-wrong' | 'code-soon' | 'code-over' }>

/** The second step: a code that fits lets the person in, once. */
export async function takeSecondStep(typed: TypedCode, visit: Visit, now: number): Promise<Step> {
  const id = visit.cookie(cookieNames().pending)
  const idHash = id ? hashSessionId(id) : ''
  const pending = await getPending(idHash, now)
  if (!pending) return { ok: false, error: 'code-over' }
  if (!(typed.code || typed.recovery)) return { ok: false, error: 'code-wrong' }
  if (!(await countPendingTry(idHash))) return { ok: false, error: 'code-over' }
  const browser = knownBrowser(pending.email, visit.cookie, now)
  const check = await checkCode(pending.userId, typed, browser, now)
  if (check === 'right') return finish(idHash, pending, visit, now)
  if (!(await getPending(idHash, now))) return { ok: false, error: 'code-over' }
  return { ok: false, error: check === 'wrong' ? 'code-wrong' : 'code-soon' }
}

async function finish(
  idHash: string,
  pending: PendingSignIn,
  visit: Visit,
  now: number,
): Promise<Step> {
  if (!(await spendPending(idHash, now))) return { ok: false, error: 'code-over' }
  visit.newCookies.push(cookieLine(cookieNames().pending, '', 0))
  return { ok: true, ...pending }
}
