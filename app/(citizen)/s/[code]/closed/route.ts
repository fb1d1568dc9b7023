import { getPublishedSurvey } from '@/db/surveys/surveys'
import { plainPage } from '../plain-page'

type Context = RouteContext<'/s/[code]/closed'>

/** Says that the survey is closed, with 410; leads back to the form when it is not. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params
  const published = await getPublishedSurvey(code, Date.now())
  if (published.ok) {
    return new Response(null, {
      status: 303,
      headers: { location: `/s/${encodeURIComponent(code)}` },
    })
  }
  const isClosed = published.problems[0]?.code === 'closed'
  return plainPage(request, code, isClosed ? 'closed' : 'unknown')
}
