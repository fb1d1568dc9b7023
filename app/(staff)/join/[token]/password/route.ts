import { joinWith } from '@/auth/join'
import { DatabaseUnavailable } from '@/db/client'
import { bodyStatus, readFormBody } from '@/lib/http'
import { logFault } from '@/lib/log'
import { backTo, seeOther, sentence } from '../../../posted-form'

type Context = { params: Promise<{ token: string }> }

const largestForm = 4 * 1024

/**
 * Sets the password and leads to the sign-in. No cookie opens this and nobody is signed in by it, so that Origin, which
 * a page without referrers does not tell, need not be looked at: the secret in the address is the right.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const page = `/join/${encodeURIComponent(token)}`
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
