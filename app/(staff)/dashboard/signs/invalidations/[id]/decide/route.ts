import { decideInvalidation } from '@/db/invalidations/decisions'
import type { Decision } from '@/domain/invalidation'
import { backTo, seeOther } from '../../../../../form-answer'
import { takeForm } from '../../../../../posted-form'

type Context = { params: Promise<{ id: string }> }

const decisions: readonly Decision[] = ['confirmed', 'declined', 'withdrawn']

/** Confirms, declines or withdraws a proposal. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const page = `/dashboard/signs/invalidations/${Number(id)}`
  return takeForm(request, { page, capability: 'invalidation' }, async ({ scope, form, now }) => {
    const decision = decisions.find((one) => one === form.get('decision'))
    if (!decision) return backTo(page, request, [])
    const decided = await decideInvalidation(scope, Number(id), decision, now)
    return decided.ok
      ? seeOther(`${page}?done=${decision}`)
      : backTo(page, request, decided.problems)
  })
}
