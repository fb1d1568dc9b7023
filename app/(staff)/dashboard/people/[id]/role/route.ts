import { addRole } from '@/db/accounts/person-roles'
import { formRoute } from '../../../../form-route'
import { typedRole } from '../../role-fields'
import { placeOf } from '../place'

/** Gives a further role. */
export const POST = formRoute(placeOf, 'role', ({ scope, params, form, now }) =>
  addRole(scope, Number(params.id), typedRole(form), now),
)
