import { disablePerson, enablePerson } from '@/db/accounts/person-changes'
import { refused } from '@/domain/problem'
import { formRoute } from '../../../../form-route'
import { placeOf } from '../person-form'

const stateIn = ({ url }: Request) => new URL(url).searchParams.get('to') ?? ''

/** Shuts a person out, or lets them in again; an address that says neither does neither. */
export const POST = formRoute(
  placeOf,
  (_, request) => stateIn(request),
  async ({ scope, now }, { id }, request) => {
    const to = stateIn(request)
    if (to === 'disabled') return disablePerson(scope, Number(id), now)
    if (to === 'enabled') return enablePerson(scope, Number(id), now)
    return refused({ code: 'not-found' })
  },
)
