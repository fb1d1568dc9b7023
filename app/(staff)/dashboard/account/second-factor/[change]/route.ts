import { cookies } from 'next/headers'
import { knownBrowser } from '@/auth/known-browser'
import { beginSetUp, confirmSetUp, renewCodes, turnOff } from '@/auth/own-second-factor'
import { secondFactorPage as page, sessionIdHash } from '@/auth/session'
import { noShownCodesCookie, shownCodesCookie } from '@/auth/shown-codes'
import type { Account } from '@/domain/access'
import { backTo, seeOther } from '../../../../form-answer'
import { takeOwnForm } from '../../../../posted-form'

type Context = RouteContext<'/dashboard/account/second-factor/[change]'>

type Posted = Readonly<{ account: Account; form: URLSearchParams; now: number }>

const changes: Readonly<Record<string, (request: Request, posted: Posted) => Promise<Response>>> = {
  begin,
  confirm,
  codes,
  off,
  kept: async () => seeOther(`${page}?done=kept`, noShownCodesCookie()),
}

/** The forms of the person's second factor. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { change } = await params
  return takeOwnForm(request, page, async (posted) => {
    const make = Object.hasOwn(changes, change) ? changes[change] : undefined
    return make ? make(request, posted) : backTo(page, request, [])
  })
}

async function begin(_request: Request, { account }: Posted): Promise<Response> {
  await beginSetUp(account)
  return seeOther(`${page}#scan-title`)
}

async function confirm(request: Request, { account, form, now }: Posted): Promise<Response> {
  const typed = { password: form.get('password') ?? '', code: form.get('code') ?? '' }
  const session = (await sessionIdHash()) ?? ''
  const made = await confirmSetUp(account, typed, session, now)
  if (!made.ok) return backTo(page, request, made.problems)
  return seeOther(`${page}?done=on#codes`, shownCodesCookie(account, made.value, now))
}

async function codes(request: Request, { account, form, now }: Posted): Promise<Response> {
  const typed = { code: form.get('renewal') ?? '', recovery: '' }
  const made = await renewCodes(account, typed, await browserOf(account, now), now)
  if (!made.ok) return backTo(page, request, made.problems)
  return seeOther(`${page}?done=codes#codes`, shownCodesCookie(account, made.value, now))
}

/** One field for either kind: six digits are a code of the app. */
async function off(request: Request, { account, form, now }: Posted): Promise<Response> {
  const typed = form.get('code') ?? ''
  const isOfApp = /^[\d\s]*$/.test(typed)
  const code = { code: isOfApp ? typed : '', recovery: isOfApp ? '' : typed }
  const asked = { ...code, password: form.get('password') ?? '' }
  const done = await turnOff(account, asked, await browserOf(account, now), now)
  return done.ok ? seeOther(`${page}?done=off`) : backTo(page, request, done.problems)
}

async function browserOf({ email }: Account, now: number): Promise<string | null> {
  const kept = await cookies()
  return knownBrowser(email, (name) => kept.get(name)?.value, now)
}
