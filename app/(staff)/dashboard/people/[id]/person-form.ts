import type { Result } from '@/domain/problem'
import { formRoute } from '../../../form-route'
import type { Posted } from '../../../posted-form'

type Change = (posted: Posted, personId: number) => Promise<Result<unknown>>

/** Where the forms on a person's page stand, and who may send them. */
export const placeOf = ({ id }: { id: string }) =>
  ({ page: `/dashboard/people/${Number(id)}`, capability: 'administration' }) as const

/** The route of a form on a person's page: back there with what was done, or why it was not. */
export const personRoute = (done: string, change: Change) =>
  formRoute(placeOf, done, (posted, { id }) => change(posted, Number(id)))

export const typedRole = (form: URLSearchParams) => ({
  role: form.get('role') ?? '',
  unitCode: form.get('unit') ?? '',
})
