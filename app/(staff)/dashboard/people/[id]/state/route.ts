import { disablePerson, enablePerson } from '@/db/accounts/person-changes'
import { refused } from '@/domain/problem'
import { formRoute } from '../../../../form-route'
import { placeOf } from '../place'

const stateIn = ({ url }: Request) => new URL(url).searchParams.get('to') ?? ''

/** Shuts a person out, or lets them in again; an address that says neither does neither. */
export const POST = formRoute(
  placeOf,
  ({ request }) => stateIn(request),
  async ({ scope, params, request, now }) => {
    const to = stateIn(request)
    if (to === 'disabled') return disablePerson(scope, Number(params.id), now)
    if (to === 'enabled') return enablePerson(scope, Number(params.id), now)
    return refused({ code: 'not-found' })
  },
)
