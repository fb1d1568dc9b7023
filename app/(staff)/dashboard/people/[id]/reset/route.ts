import { resetPerson } from '@/db/accounts/invitations'
import { backTo, seeOther } from '../../../../form-answer'
import { takeForm } from '../../../../posted-form'
import { linkCookieHeader } from '../../link-cookie'
import type { PersonContext } from '../person-form'

const list = '/dashboard/people'

/** Makes a new link; the list then shows it. */
export async function POST(request: Request, { params }: PersonContext): Promise<Response> {
  const id = Number((await params).id)
  const page = `${list}/${id}`
  return takeForm(request, { page, capability: 'administration' }, async ({ scope, now }) => {
    const made = await resetPerson(scope, id, now)
    if (!made.ok) return backTo(page, request, made.problems)
    return seeOther(`${list}#made-link`, linkCookieHeader(made.value))
  })
}
