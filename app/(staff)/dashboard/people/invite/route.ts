import { invitePerson } from '@/db/accounts/invitations'
import { seeOther } from '../../../form-answer'
import { formRoute } from '../../../form-route'
import { linkCookieHeader } from '../link-cookie'
import { typedRole } from '../role-fields'

/** Adds a person; the page then shows the link that they open. */
export const POST = formRoute(
  { page: '/dashboard/people', capability: 'administration' },
  ({ page }, link: string) => seeOther(`${page}#made-link`, linkCookieHeader(link)),
  ({ scope, form, now }) => {
    const named = { name: form.get('name') ?? '', email: form.get('email') ?? '' }
    return invitePerson(scope, { ...named, ...typedRole(form) }, now)
  },
)
