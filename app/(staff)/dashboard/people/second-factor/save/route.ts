import { demandSecondFactor } from '@/db/accounts/demanded-factor'
import { formRoute } from '../../../../form-route'

/** Sets which roles must have a second factor; it holds from everybody's next request on. */
export const POST = formRoute(
  { page: '/dashboard/people/second-factor', everywhere: true },
  'saved',
  ({ scope, form, now }) => demandSecondFactor(scope, form.getAll('roles'), now),
)
