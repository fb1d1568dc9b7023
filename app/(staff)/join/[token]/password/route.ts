import { waitToJoin } from '@/app/admission'
import { joinWith } from '@/auth/join'
import { DatabaseUnavailable } from '@/db/client'
import { logFault } from '@/lib/log'
import { bodyStatus, readFormBody } from '@/lib/request-body'
import { isForeignSite } from '@/lib/request-origin'
import { backTo, seeOther, sentence } from '../../../form-answer'
import { joinCrowded } from '../crowded'

type Context = RouteContext<'/join/[token]/password'>

const largestForm = 4 * 1024

/**
 * Sets the password and leads to the sign-in. No cookie opens this and nobody is signed in by it: the secret in the
 * address is the right. A page without referrers does not tell its origin, but new browsers say whether it is ours.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const page = `/join/${encodeURIComponent(token)}`
  if (isForeignSite(request)) return sentence(request, 403, 'not-found')
  const wait = await waitToJoin(request.headers, token, Date.now())
  if (wait > 0) return joinCrowded(request, token, wait)
  const body = await readFormBody(request, largestForm)
  if (!body.ok) {
    const code = body.problems[0]?.code ?? 'not-json'
    return sentence(request, bodyStatus[code], code)
  }
  try {
    const joined = await joinWith(token, body.value.get('password') ?? '', Date.now())
    if (joined.ok) return seeOther('/join/done')
    // The page itself says that the link is over.
    const isOver = joined.problems[0]?.code === 'link-over'
    return isOver ? seeOther(page) : backTo(page, request, joined.problems)
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error
    logFault('password not stored for now', error)
    return backTo(page, request, [{ code: 'unavailable' }])
  }
}
