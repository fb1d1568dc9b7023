import { addUnit } from '@/db/units/changes'
import type { Unit } from '@/domain/unit'
import { seeOther } from '../../../form-answer'
import { formRoute } from '../../../form-route'
import { list, unitHref } from '../../units/addresses'
import { factsOf } from '../../units/unit-fields'

/** Adds a unit and leads to its page. */
export const POST = formRoute(
  { page: list, capability: 'administration', bringsBack: true },
  (_, { code }: Unit) => seeOther(`${unitHref(code)}?done=added`),
  ({ scope, form, now }) => {
    const place = { code: form.get('code') ?? '', parentCode: form.get('parent') ?? '' }
    return addUnit(scope, { ...factsOf(form), ...place }, now)
  },
)
