import { resetPerson } from '@/db/accounts/invitations'
import { seeOther } from '../../../../form-answer'
import { formRoute } from '../../../../form-route'
import { linkCookieHeader } from '../../link-cookie'
import { placeOf } from '../place'

/** Makes a new link; the list then shows it. */
export const POST = formRoute(
  placeOf,
  (_, link: string) => seeOther('/dashboard/people#made-link', linkCookieHeader(link)),
  ({ scope, params, now }) => resetPerson(scope, Number(params.id), now),
)
