import { changeField, setFieldShown } from '@/db/units/field-changes'
import type { Result } from '@/domain/problem'
import { backTo, seeOther, sentence } from '../../../../form-answer'
import { type Posted, takeForm } from '../../../../posted-form'
import { fieldHref } from '../../addresses'
import { fieldInputOf } from '../../field-inputs'

type Context = RouteContext<'/dashboard/fields/[code]/[change]'>

type Change = (posted: Posted, code: string) => Promise<Result<unknown>>

const show =
  (isShown: boolean): Change =>
  ({ scope, now }, code) =>
    setFieldShown(scope, code, isShown, now)

const changes: ReadonlyMap<string, Change> = new Map<string, Change>([
  ['facts', ({ scope, form, now }, code) => changeField(scope, code, fieldInputOf(form), now)],
  ['hide', show(false)],
  ['show', show(true)],
])

/** Renames, moves, hides or shows a field as the form says. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { code, change: name } = await params
  const change = changes.get(name)
  if (!change) return sentence(request, 404, 'not-found')
  const page = fieldHref(code)
  return takeForm(request, { page, capability: 'administration' }, async (posted) => {
    const result = await change(posted, code)
    return result.ok
      ? seeOther(`${page}?done=${name}`)
      : backTo(page, request, result.problems, posted.form)
  })
}
