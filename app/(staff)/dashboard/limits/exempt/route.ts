import { addExemptRange } from '@/db/limits/exempt-ranges'
import { backTo, seeOther } from '../../../form-answer'
import { takeForm } from '../../../posted-form'
import { keepForm } from '../../../refused-form'

const page = '/dashboard/limits'

/** Exempts a network from the ceilings by address. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page, capability: 'administration' }, async (posted) => {
    const { scope, form, now } = posted
    const range = { range: form.get('range') ?? '', label: form.get('label') ?? '' }
    const added = await addExemptRange(scope, range, now)
    if (added.ok) return seeOther(`${page}?done=added`)
    const typed = await keepForm(posted, added.problems, ['range', 'label'])
    return backTo(page, request, added.problems, new URLSearchParams({ typed }))
  })
}
