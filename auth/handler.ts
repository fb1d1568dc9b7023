import 'server-only'
import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { DatabaseUnavailable } from '@/db/client'
import { env, fillAuthEnv } from '@/lib/env'
import { logFault } from '@/lib/log'
import { nextPath } from './next-path'
import { authOptions, codeWanted } from './options'
import { type Visit, visitOf } from './visit'

type Context = { params: Promise<{ nextauth: string[] }> }

// Everything else next-auth offers (its own pages, a log anybody may write to) is not ours.
const served = new Set([
  'GET signin',
  'GET csrf',
  'POST callback/credentials',
  'POST callback/code',
  'POST signout',
])
const LARGEST_FORM = 8 * 1024

/**
 * next-auth behind our own rules: a short list of actions, a capped body, and redirects without a host,
 * so that signing in works at every address by which this computer is reached.
 */
export async function handleAuth(request: NextRequest, context: Context): Promise<Response> {
  const action = (await context.params).nextauth.join('/')
  if (!served.has(`${request.method} ${action}`)) return new Response(null, { status: 404 })
  const form = request.method === 'POST' ? await readForm(request) : new URLSearchParams()
  if (!form) return new Response(null, { status: 413 })

  const next = nextPath(form.get('callbackUrl') ?? request.nextUrl.searchParams.get('callbackUrl'))
  fillAuthEnv()
  const visit = visitOf(request)
  const answer = await answerOf(cleaned(request, form, next), context, visit)
  if (!answer) return seeOther(errorPage(next, 'busy', pageOf(action)))
  const location = answer.headers.get('location')
  if (!location) return answer
  const cookies = [...answer.headers.getSetCookie(), ...visit.newCookies]
  const isUnsaved = request.nextUrl.searchParams.has('unsaved')
  return seeOther(ourLocation(action, location, next, isUnsaved), cookies)
}

/** next-auth's answer; null where the session cannot be written at this moment. */
async function answerOf(
  request: NextRequest,
  context: Context,
  visit: Visit,
): Promise<Response | null> {
  try {
    return await NextAuth(request, context, authOptions(visit))
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error
    logFault('session not stored for now', error)
    return null
  }
}

async function readForm(request: NextRequest): Promise<URLSearchParams | null> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of request.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > LARGEST_FORM) return null
  }
  return new URLSearchParams(text)
}

/**
 * The request again, since its body can be read only once; with the way back as we understand it, because next-auth
 * stumbles over an address that is none.
 */
function cleaned(request: NextRequest, form: URLSearchParams, next: string): NextRequest {
  const url = new URL(request.url)
  if (url.searchParams.has('callbackUrl')) url.searchParams.set('callbackUrl', next)
  if (request.method !== 'POST') return new NextRequest(url, { headers: request.headers })
  const headers = new Headers(request.headers)
  headers.set('content-type', 'application/x-www-form-urlencoded')
  if (form.has('callbackUrl')) form.set('callbackUrl', next)
  return new NextRequest(url, { method: 'POST', headers, body: form.toString() })
}

/** Errors lead to our page at once, with the way back and never with what was typed. */
function ourLocation(action: string, location: string, next: string, isUnsaved: boolean): string {
  const params = new URL(location, env().origin).searchParams
  const error = params.has('csrf') ? 'expired' : params.get('error')
  if (error === codeWanted) return `${codePage}?${new URLSearchParams({ next })}`
  if (error) return errorPage(next, error, error === 'code-over' ? signInPage : pageOf(action))
  if (action === 'signout') return '/sign-in?out=1'
  if (action !== 'signin') return next
  // The page asked for the cookie alone: what it was to say goes with it.
  const told = isUnsaved ? { unsaved: '1' } : {}
  return `/sign-in?${new URLSearchParams({ next, cookie: 'asked', ...told })}`
}

const signInPage = '/sign-in'
const codePage = '/sign-in/code'
const pageOf = (action: string) => (action === 'callback/code' ? codePage : signInPage)

/** The fragment gives the focus to the summary without any script. */
const errorPage = (next: string, error: string, page: string) =>
  `${page}?${new URLSearchParams({ next, error })}#error-summary`

function seeOther(location: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}
