import { decideInvalidation } from '@/db/invalidations/decisions'
import type { Decision } from '@/domain/invalidation'
import { refused } from '@/domain/problem'
import { formRoute } from '../../../../../form-route'
import type { Posted } from '../../../../../posted-form'
import { placeOf } from '../../address'

const decisions: readonly Decision[] = ['confirmed', 'declined', 'withdrawn']

const decisionIn = ({ form }: Posted) => decisions.find((one) => one === form.get('decision'))

/** Confirms, declines or withdraws a proposal. */
export const POST = formRoute(
  placeOf,
  (posted) => decisionIn(posted) ?? '',
  async (posted, { id }) => {
    const { scope, now } = posted
    const decision = decisionIn(posted)
    if (!decision) return refused({ code: 'not-found' })
    return decideInvalidation(scope, Number(id), decision, now)
  },
)
