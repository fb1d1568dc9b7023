import { outlookToOpen } from '@/app/admission'
import { plainPage } from '../plain-page'

type Context = RouteContext<'/s/[code]/busy'>

/** Says that too many ask for this form, with 429; leads back to it when they do not. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params
  const wait = await outlookToOpen(request.headers, code, Date.now())
  if (wait > 0) return plainPage(request, code, 'crowded', { wait })
  const headers = { location: `/s/${encodeURIComponent(code)}`, 'cache-control': 'no-store' }
  return new Response(null, { status: 303, headers })
}
