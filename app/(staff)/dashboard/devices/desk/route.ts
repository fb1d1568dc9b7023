import { addDesk } from '@/db/units/desks'
import { backTo, seeOther } from '../../../form-answer'
import { takeForm } from '../../../posted-form'

const page = '/dashboard/devices'

/** Adds a desk to a unit. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page, capability: 'administration' }, async ({ scope, form, now }) => {
    const desk = {
      unitCode: form.get('unit') ?? '',
      code: form.get('code') ?? '',
      label: form.get('label') ?? '',
    }
    const added = await addDesk(scope, desk, now)
    return added.ok ? seeOther(`${page}?done=desk`) : backTo(page, request, added.problems)
  })
}
