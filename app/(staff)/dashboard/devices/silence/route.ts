import { setSilenceHours } from '@/db/devices/silence'
import { backTo, seeOther } from '../../../form-answer'
import { takeForm } from '../../../posted-form'

const page = '/dashboard/devices'

/** Sets after how many hours a silent device stands out. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page, capability: 'administration' }, async ({ scope, form, now }) => {
    const set = await setSilenceHours(scope, form.get('hours'), now)
    return set.ok ? seeOther(`${page}?done=silence`) : backTo(page, request, set.problems)
  })
}
