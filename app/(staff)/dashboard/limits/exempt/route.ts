import { addExemptRange } from '@/db/limits/exempt-ranges'
import { backTo, seeOther } from '../../../form-answer'
import { takeForm } from '../../../posted-form'
import { keepForm } from '../../../refused-form'

const page = '/dashboard/limits'

/** Exempts a network from the ceilings by address. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page, capability: 'administration' }, async (posted) => {
    const { scope, form, now } = posted
    const typed = { range: form.get('range') ?? '', label: form.get('label') ?? '' }
    const added = await addExemptRange(scope, typed, now)
    if (added.ok) return seeOther(`${page}?done=added`)
    const [problem] = added.problems
    if (!problem || problem.code === 'not-found') return backTo(page, request, added.problems)
    const query = new URLSearchParams({
      problem: problem.code,
      field: problem.field ?? '',
      typed: await keepForm(posted, ['range', 'label']),
    })
    for (const [name, value] of Object.entries(problem.params ?? {})) query.set(name, String(value))
    return seeOther(`${page}?${query}#error-summary`)
  })
}
