import { disablePerson, enablePerson } from '@/db/accounts/person-changes'
import { refused } from '@/domain/problem'
import { changePerson, type PersonContext } from '../person-form'

/** Shuts a person out, or lets them in again; an address that says neither does neither. */
export async function POST(request: Request, context: PersonContext): Promise<Response> {
  const to = new URL(request.url).searchParams.get('to') ?? ''
  return changePerson(request, context, to, async (scope, id, _form, now) => {
    if (to === 'disabled') return disablePerson(scope, id, now)
    if (to === 'enabled') return enablePerson(scope, id, now)
    return refused({ code: 'not-found' })
  })
}
