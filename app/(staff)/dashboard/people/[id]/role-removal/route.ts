import { getPerson } from '@/db/accounts/people'
import { removeRole } from '@/db/accounts/person-roles'
import { seeOther } from '../../../../form-answer'
import { formRoute } from '../../../../form-route'
import { typedRole } from '../../role-fields'
import { placeOf } from '../place'

/** Takes a role away; with the last one in reach the person has no page here any more. */
export const POST = formRoute(
  placeOf,
  async ({ scope, params, page }) => {
    const isThere = await getPerson(scope, Number(params.id))
    return seeOther(`${isThere ? page : '/dashboard/people'}?done=removed`)
  },
  ({ scope, params, form, now }) => removeRole(scope, Number(params.id), typedRole(form), now),
)
