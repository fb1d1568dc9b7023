import { addField } from '@/db/units/field-changes'
import { seeOther } from '../../../form-answer'
import { formRoute } from '../../../form-route'
import { fieldHref, fieldList } from '../../fields/addresses'
import { fieldInputOf } from '../../fields/field-inputs'

/** Adds a field and leads to its page. */
export const POST = formRoute(
  { page: fieldList, capability: 'administration', bringsBack: true },
  (_, code: string) => seeOther(`${fieldHref(code)}?done=added`),
  ({ scope, form, now }) => addField(scope, fieldInputOf(form), now),
)
