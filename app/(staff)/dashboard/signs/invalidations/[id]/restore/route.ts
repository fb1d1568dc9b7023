import { restoreInvalidation } from '@/db/invalidations/decisions'
import { formRoute } from '../../../../../form-route'
import { placeOf } from '../../address'

/** Lets the responses of a confirmed invalidation count again. */
export const POST = formRoute(placeOf, 'restored', ({ scope, params, form, now }) =>
  restoreInvalidation(scope, Number(params.id), form.get('reason'), now),
)
