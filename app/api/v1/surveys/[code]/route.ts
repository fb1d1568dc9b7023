import { waitToOpen } from '@/app/admission'
import { getPublishedSurvey, type PublishedSurvey } from '@/db/surveys/surveys'
import { completeLocales, questionsFor } from '@/domain/survey'
import { problemResponse, tooManyRequests } from '@/lib/http'
import { localeOf } from '@/lib/request-locale'

type Context = RouteContext<'/api/v1/surveys/[code]'>

/** What a citizen is asked at the door with this code: the newest open version, as its channel puts it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params
  const now = Date.now()
  const wait = await waitToOpen(request.headers, code, now)
  if (wait > 0) return tooManyRequests(wait, localeOf(request))
  const published = await getPublishedSurvey(code, now)
  if (published.ok) {
    return Response.json(bodyOf(published.value), { headers: { 'cache-control': 'no-cache' } })
  }
  const isClosed = published.problems[0]?.code === 'closed'
  return problemResponse(isClosed ? 410 : 404, published.problems, localeOf(request))
}

function bodyOf({ door, version }: PublishedSurvey) {
  const { definition } = version
  const { draftLocales, questions, ...texts } = definition
  return {
    ...texts,
    door: door.code,
    channel: door.channel,
    versionId: version.id,
    languages: completeLocales(definition),
    draftLanguages: draftLocales ?? [],
    questions: questionsFor(definition, door.channel),
  }
}
