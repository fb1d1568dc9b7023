import { addRole } from '@/db/accounts/person-roles'
import { changePerson, type PersonContext, typedRole } from '../person-form'

/** Gives a further role. */
export function POST(request: Request, context: PersonContext): Promise<Response> {
  return changePerson(request, context, 'role', (scope, id, form, now) =>
    addRole(scope, id, typedRole(form), now),
  )
}
