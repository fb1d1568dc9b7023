import { addRole } from '@/db/accounts/person-roles'
import { personRoute, typedRole } from '../person-form'

/** Gives a further role. */
export const POST = personRoute('role', ({ scope, form, now }, id) =>
  addRole(scope, id, typedRole(form), now),
)
