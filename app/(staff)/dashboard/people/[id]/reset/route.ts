import { resetPerson } from '@/db/accounts/invitations'
import { backTo, seeOther } from '../../../../form-answer'
import { takeForm } from '../../../../posted-form'
import { linkCookieHeader } from '../../link-cookie'
import { placeOf } from '../person-form'

/** Makes a new link; the list then shows it. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params
  const place = placeOf({ id })
  return takeForm(request, place, async ({ scope, now }) => {
    const made = await resetPerson(scope, Number(id), now)
    if (!made.ok) return backTo(place.page, request, made.problems)
    return seeOther('/dashboard/people#made-link', linkCookieHeader(made.value))
  })
}
