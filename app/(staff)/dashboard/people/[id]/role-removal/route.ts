import { getPerson } from '@/db/accounts/people'
import { removeRole } from '@/db/accounts/person-roles'
import { backTo, seeOther } from '../../../../form-answer'
import { takeForm } from '../../../../posted-form'
import { type PersonContext, typedRole } from '../person-form'

const list = '/dashboard/people'

/** Takes a role away; with the last one in reach the person has no page here any more. */
export async function POST(request: Request, { params }: PersonContext): Promise<Response> {
  const id = Number((await params).id)
  const page = `${list}/${id}`
  return takeForm(request, { page, capability: 'administration' }, async ({ scope, form, now }) => {
    const removed = await removeRole(scope, id, typedRole(form), now)
    if (!removed.ok) return backTo(page, request, removed.problems)
    return seeOther(`${(await getPerson(scope, id)) ? page : list}?done=removed`)
  })
}
