import { disablePerson, enablePerson } from '@/db/accounts/person-changes'
import { changePerson, type PersonContext } from '../person-form'

/** Shuts a person out, or lets them in again. */
export async function POST(request: Request, context: PersonContext): Promise<Response> {
  const isOff = new URL(request.url).searchParams.get('to') === 'disabled'
  return changePerson(request, context, isOff ? 'disabled' : 'enabled', (scope, id, _form, now) =>
    isOff ? disablePerson(scope, id, now) : enablePerson(scope, id, now),
  )
}
