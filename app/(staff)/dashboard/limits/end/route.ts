import { endExemptRange } from '@/db/limits/exempt-ranges'
import { formRoute } from '../../../form-route'

/** Ends an exemption. */
export const POST = formRoute(
  { page: '/dashboard/limits', capability: 'administration' },
  'ended',
  ({ scope, form, now }) => endExemptRange(scope, Number(form.get('range')), now),
)
