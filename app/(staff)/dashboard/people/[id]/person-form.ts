import type { PersonProblem } from '@/db/accounts/person-guards'
import type { Scope } from '@/domain/access'
import type { Result } from '@/domain/problem'
import { backTo, seeOther } from '../../../form-answer'
import { takeForm } from '../../../posted-form'

type Context = { params: Promise<{ id: string }> }

type Change = (
  scope: Scope,
  personId: number,
  form: URLSearchParams,
  now: number,
) => Promise<Result<unknown, PersonProblem>>

/** A form on a person's page: back there with what was done, or why it was not. */
export async function changePerson(
  request: Request,
  { params }: Context,
  done: string,
  change: Change,
): Promise<Response> {
  const id = Number((await params).id)
  const page = `/dashboard/people/${id}`
  return takeForm(request, { page, capability: 'administration' }, async ({ scope, form, now }) => {
    const changed = await change(scope, id, form, now)
    return changed.ok ? seeOther(`${page}?done=${done}`) : backTo(page, request, changed.problems)
  })
}

export const typedRole = (form: URLSearchParams) => ({
  role: form.get('role') ?? '',
  unitCode: form.get('unit') ?? '',
})

export type PersonContext = Context
