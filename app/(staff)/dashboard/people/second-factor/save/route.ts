import { demandSecondFactor } from '@/db/accounts/demanded-factor'
import { backTo, seeOther } from '../../../../form-answer'
import { takeForm } from '../../../../posted-form'

const page = '/dashboard/people/second-factor'

/** Sets which roles must have a second factor; it holds from everybody's next request on. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page, everywhere: true }, async ({ scope, form, now }) => {
    const set = await demandSecondFactor(scope, form.getAll('roles'), now)
    return set.ok ? seeOther(`${page}?done=saved`) : backTo(page, request, set.problems)
  })
}
