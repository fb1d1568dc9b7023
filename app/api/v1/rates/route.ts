import { currentScope } from '@/auth/session'
import { listRates } from '@/db/rates/figures'
import { parseRatesFilter, type RatesFilterProblem } from '@/domain/rates-filter'
import { problemResponse } from '@/lib/http'
import { localeOf } from '@/lib/request-locale'

const statuses: Readonly<Record<RatesFilterProblem | 'not-found', number>> = {
  missing: 400,
  repeated: 400,
  'not-a-day': 400,
  'unknown-breakdown': 400,
  'from-after-to': 422,
  'not-half-months': 422,
  'period-too-long': 422,
  'not-found': 404,
}

/** The figures the dashboard shows, for machines: same reach, same rules, hidden ones absent. */
export async function GET(request: Request): Promise<Response> {
  const locale = localeOf(request)
  const scope = await currentScope()
  if (!scope) return problemResponse(401, [{ code: 'not-signed-in' }], locale)
  const filter = parseRatesFilter(new URL(request.url).searchParams, locale)
  const rates = filter.ok ? await listRates(scope, filter.value) : filter
  if (!rates.ok) {
    const worst = rates.problems[0]?.code ?? 'missing'
    return problemResponse(statuses[worst], rates.problems, locale)
  }
  return Response.json(rates.value, { headers: { 'cache-control': 'no-store' } })
}
