import { decideInvalidation } from '@/db/invalidations/decisions'
import type { Decision } from '@/domain/invalidation'
import { refused } from '@/domain/problem'
import { formRoute } from '../../../../../form-route'
import { placeOf } from '../../address'

const decisions: readonly Decision[] = ['confirmed', 'declined', 'withdrawn']

const decisionIn = (form: URLSearchParams) => decisions.find((one) => one === form.get('decision'))

/** Confirms, declines or withdraws a proposal. */
export const POST = formRoute(
  placeOf,
  ({ form }) => decisionIn(form) ?? '',
  async ({ scope, params, form, now }) => {
    const decision = decisionIn(form)
    if (!decision) return refused({ code: 'not-found' })
    return decideInvalidation(scope, Number(params.id), decision, now)
  },
)
