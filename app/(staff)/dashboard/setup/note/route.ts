import { noteSetup } from '@/db/installation/setup'
import { backTo, seeOther } from '../../../form-answer'
import { takeForm } from '../../../posted-form'
import { setupPath } from '../../../staff-pages'
import { pastStep, stepOf } from '../steps'

/** Passes a step over or confirms it as it stands, or puts the whole guide away. */
export function POST(request: Request): Promise<Response> {
  const place = { page: setupPath, capability: 'administration' as const }
  return takeForm(request, place, async (posted) => {
    const { scope, form, now } = posted
    const [unit, step] = [form.get('unit') ?? '', stepOf(form)]
    const kind = form.has('confirmed') ? 'confirmed' : 'skipped'
    const asked = { note: form.get('setup') ?? '', kind } as const
    const noted = await noteSetup(scope, unit, asked, now)
    if (!noted.ok) return backTo(setupPath, request, noted.problems)
    return step ? pastStep(posted, unit, step, kind) : seeOther(setupPath)
  })
}
