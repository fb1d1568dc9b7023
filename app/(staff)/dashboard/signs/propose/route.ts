import { proposeInvalidation } from '@/db/invalidations/proposals'
import type { Problem } from '@/domain/problem'
import { signKinds } from '@/domain/sign/sign'
import { backTo, seeOther } from '../../../form-answer'
import { takeForm } from '../../../posted-form'
import { keepForm } from '../../../refused-form'

const page = '/dashboard/signs'
const kept = ['unit', 'survey', 'from', 'to', 'sign']

/** Proposes to leave the marked responses out. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page, capability: 'invalidation' }, async (posted) => {
    const { scope, form, now } = posted
    const kind = form.get('sign')?.split('.')[0]
    const proposal = {
      responses: form.getAll('r').map(Number),
      reason: form.get('reason'),
      sign: signKinds.find((one) => one === kind) ?? null,
    }
    const made = await proposeInvalidation(scope, proposal, now)
    if (made.ok) return seeOther(`/dashboard/signs/invalidations/${made.value}?done=proposed`)
    const [problem] = made.problems
    if (!problem || problem.code === 'not-found') return backTo(page, request, made.problems)
    return seeOther(backToResponses(form, problem, await keepForm(posted, ['r', 'reason'])))
  })
}

/** The same responses again, with what was wrong; the address is made anew, never taken from the form whole. */
function backToResponses(
  form: URLSearchParams,
  { code, field, params }: Problem,
  typed: string,
): string {
  const query = new URLSearchParams(kept.map((name) => [name, form.get(name) ?? '']))
  query.set('problem', code)
  query.set('typed', typed)
  if (field) query.set('field', field)
  if (params?.max) query.set('max', String(params.max))
  return `${page}/responses?${query}`
}
