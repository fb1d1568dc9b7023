import { restoreInvalidation } from '@/db/invalidations/decisions'
import { backTo, seeOther } from '../../../../../form-answer'
import { takeForm } from '../../../../../posted-form'

type Context = { params: Promise<{ id: string }> }

/** Lets the responses of a confirmed invalidation count again. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const page = `/dashboard/signs/invalidations/${Number(id)}`
  return takeForm(request, { page, capability: 'invalidation' }, async ({ scope, form, now }) => {
    const restored = await restoreInvalidation(scope, Number(id), form.get('reason'), now)
    return restored.ok
      ? seeOther(`${page}?done=restored`)
      : backTo(page, request, restored.problems)
  })
}
