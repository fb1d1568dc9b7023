import { getPerson } from '@/db/accounts/people'
import { removeRole } from '@/db/accounts/person-roles'
import { backTo, seeOther } from '../../../../form-answer'
import { takeForm } from '../../../../posted-form'
import { placeOf, typedRole } from '../person-form'

/** Takes a role away; with the last one in reach the person has no page here any more. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const id = Number((await params).id)
  const place = placeOf(await params)
  return takeForm(request, place, async ({ scope, form, now }) => {
    const removed = await removeRole(scope, id, typedRole(form), now)
    if (!removed.ok) return backTo(place.page, request, removed.problems)
    const page = (await getPerson(scope, id)) ? place.page : '/dashboard/people'
    return seeOther(`${page}?done=removed`)
  })
}
