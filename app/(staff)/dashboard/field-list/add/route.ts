import { addField } from '@/db/units/field-changes'
import { seeOther } from '../../../form-answer'
import { takeForm } from '../../../posted-form'
import { fieldHref, fieldList } from '../../fields/addresses'
import { fieldInputOf } from '../../fields/field-inputs'
import { backToForm } from '../../units/form-answer'

/** Adds a field and leads to its page. */
export function POST(request: Request): Promise<Response> {
  const place = { page: fieldList, capability: 'administration' } as const
  return takeForm(request, place, async ({ scope, form, now }) => {
    const added = await addField(scope, fieldInputOf(form), now)
    return added.ok
      ? seeOther(`${fieldHref(added.value)}?done=added`)
      : backToForm(fieldList, request, added.problems, form)
  })
}
