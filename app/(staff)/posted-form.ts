import { currentAccount, currentScope, entranceTo } from '@/auth/session'
import { isUnavailable } from '@/db/client'
import {
  type Account,
  administersEverything,
  type Capability,
  type Scope,
  unitsFor,
} from '@/domain/access'
import type { Result } from '@/domain/problem'
import { logFault } from '@/lib/log'
import { type BodyProblem, bodyStatus, readFormBody } from '@/lib/request-body'
import { isOwnOrigin } from '@/lib/request-origin'
import { readUpload, type Upload } from '@/lib/upload'
import { backTo, seeOther, sentence } from './form-answer'

const largestForm = 16 * 1024

/**
 * The form's page, whose form it is (without it, everybody's; `everywhere`: only of who administers every unit), and for
 * a long one how many bytes it may have.
 */
export type FormPlace = Readonly<{
  page: string
  capability?: Capability
  everywhere?: true
  maxBytes?: number
}>

export type Posted = Readonly<{ scope: Scope; form: URLSearchParams; now: number }>

/**
 * Takes a plain form of a staff page in: 303 to where `work` says, or back to `page` with the problem. Whoever is not
 * signed in is sent to do so, whoever owes a second factor to its page; without the right, and from another site, there is nothing here.
 */
export function takeForm(
  request: Request,
  place: FormPlace,
  work: (posted: Posted) => Promise<Response>,
): Promise<Response> {
  const { maxBytes = largestForm } = place
  return take(
    request,
    { ...place, ask: () => staffAt(request, place) },
    () => readFormBody(request, maxBytes),
    (scope, form, now) => work({ scope, form, now }),
  )
}

/** The same for a form about the own account alone: open also to whoever owes a second factor. */
export function takeOwnForm(
  request: Request,
  page: string,
  work: (
    posted: Readonly<{ account: Account; form: URLSearchParams; now: number }>,
  ) => Promise<Response>,
): Promise<Response> {
  return take(
    request,
    { page, ask: async () => (await currentAccount()) ?? entrance(request, page) },
    () => readFormBody(request, largestForm),
    (account, form, now) => work({ account, form, now }),
  )
}

/** The same for a form with a file; one that is too long comes with what stood before the file. */
export function takeUpload(
  request: Request,
  place: FormPlace & Readonly<{ maxBytes: number }>,
  work: (posted: Readonly<{ scope: Scope; form: Upload; now: number }>) => Promise<Response>,
): Promise<Response> {
  return take(
    request,
    { ...place, ask: () => staffAt(request, place) },
    () => readUpload(request, place.maxBytes),
    (scope, form, now) => work({ scope, form, now }),
  )
}

async function take<Who extends object, Form>(
  request: Request,
  { page, ask }: Readonly<{ page: string; ask: () => Promise<Who | Response> }>,
  read: () => Promise<Result<Form, BodyProblem>>,
  work: (who: Who, form: Form, now: number) => Promise<Response>,
): Promise<Response> {
  if (!isOwnOrigin(request)) return sentence(request, 403, 'not-found')
  const who = await ask()
  if (who instanceof Response) return who
  const body = await read()
  if (!body.ok) {
    const code = body.problems[0]?.code ?? 'not-json'
    return sentence(request, bodyStatus[code], code)
  }
  try {
    return await work(who, body.value, Date.now())
  } catch (error) {
    if (!isUnavailable(error)) throw error
    logFault('staff form not stored for now', error)
    return backTo(page, request, [{ code: 'unavailable' }])
  }
}

/** Who sends it, with the right that it takes; the answer for whoever has not. */
async function staffAt(
  request: Request,
  { page, capability, everywhere }: FormPlace,
): Promise<Scope | Response> {
  const scope = await currentScope()
  if (!scope) return entrance(request, page)
  const isTheirs = !capability || unitsFor(scope, capability).size > 0
  if (!isTheirs || (everywhere && !administersEverything(scope))) {
    return sentence(request, 404, 'not-found')
  }
  return scope
}

/** What a page's address may choose; nothing of what became of a form. */
const choices = ['unit', 'survey', 'period', 'calendar', 'year', 'start', 'end', 'from', 'to']

/** What was chosen on the form's page when it was sent, as the query of its address. */
function chosenIn(request: Request, page: string): string {
  const sender = request.headers.get('referer') ?? ''
  if (!URL.canParse(sender) || new URL(sender).pathname !== page) return ''
  const chosen = [...new URL(sender).searchParams].filter(([name]) => choices.includes(name))
  return chosen.length > 0 ? `?${new URLSearchParams(chosen)}` : ''
}

/** To the sign-in, which says that what was sent is not stored: nothing of it is kept for a stranger. */
async function entrance(request: Request, page: string): Promise<Response> {
  const to = await entranceTo(page + chosenIn(request, page))
  return seeOther(to.startsWith('/sign-in?') ? `${to}&unsaved=1` : to)
}
