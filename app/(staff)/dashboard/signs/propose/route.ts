import { proposeInvalidation } from '@/db/invalidations/proposals'
import { signKinds } from '@/domain/sign/sign'
import { backTo, seeOther } from '../../../form-answer'
import { takeForm } from '../../../posted-form'
import { keepForm } from '../../../refused-form'

const page = '/dashboard/signs'

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
    const asked = ['unit', 'survey', 'from', 'to', 'sign'].map((name) => [
      name,
      form.get(name) ?? '',
    ])
    const typed = await keepForm(posted, made.problems, ['r', 'reason'])
    const back = new URLSearchParams([...asked, ['typed', typed]])
    return backTo(`${page}/responses`, request, made.problems, back)
  })
}
