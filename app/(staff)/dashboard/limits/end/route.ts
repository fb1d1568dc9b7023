import { endExemptRange } from '@/db/limits/exempt-ranges'
import { backTo, seeOther } from '../../../form-answer'
import { takeForm } from '../../../posted-form'

const page = '/dashboard/limits'

/** Ends an exemption. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page, capability: 'administration' }, async ({ scope, form, now }) => {
    const ended = await endExemptRange(scope, Number(form.get('range')), now)
    return ended.ok ? seeOther(`${page}?done=ended`) : backTo(page, request, ended.problems)
  })
}
