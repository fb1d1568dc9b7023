import { addUnit } from '@/db/units/changes'
import { seeOther } from '../../../form-answer'
import { takeForm } from '../../../posted-form'
import { list, unitHref } from '../../units/addresses'
import { backToForm } from '../../units/form-answer'
import { factsOf } from '../../units/unit-form'

/** Adds a unit and leads to its page. */
export function POST(request: Request): Promise<Response> {
  const place = { page: list, capability: 'administration' } as const
  return takeForm(request, place, async ({ scope, form, now }) => {
    const unit = {
      ...factsOf(form),
      code: form.get('code') ?? '',
      parentCode: form.get('parent') ?? '',
    }
    const added = await addUnit(scope, unit, now)
    return added.ok
      ? seeOther(`${unitHref(added.value.code)}?done=added`)
      : backToForm(list, request, added.problems, form)
  })
}
