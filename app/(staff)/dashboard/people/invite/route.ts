import { invitePerson } from '@/db/accounts/invitations'
import { backTo, seeOther } from '../../../form-answer'
import { takeForm } from '../../../posted-form'
import { linkCookieHeader } from '../link-cookie'

const page = '/dashboard/people'

/** Adds a person; the page then shows the link that they open. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page, capability: 'administration' }, async ({ scope, form, now }) => {
    const typed = {
      name: form.get('name') ?? '',
      email: form.get('email') ?? '',
      role: form.get('role') ?? '',
      unitCode: form.get('unit') ?? '',
    }
    const made = await invitePerson(scope, typed, now)
    if (!made.ok) return backTo(page, request, made.problems)
    return seeOther(`${page}#made-link`, linkCookieHeader(made.value))
  })
}
