import { outlookToJoin } from '@/app/admission'
import { seeOther } from '../../../form-answer'
import { joinCrowded } from '../crowded'

type Context = RouteContext<'/join/[token]/busy'>

/** Says that this link is used too often, with 429; leads back to it when it is not. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const wait = await outlookToJoin(request.headers, token, Date.now())
  return wait > 0
    ? joinCrowded(request, token, wait)
    : seeOther(`/join/${encodeURIComponent(token)}`)
}
