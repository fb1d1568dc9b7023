import { addDesk } from '@/db/units/desks'
import { formRoute } from '../../../form-route'

/** Adds a desk to a unit. */
export const POST = formRoute(
  { page: '/dashboard/devices', capability: 'administration' },
  'desk',
  ({ scope, form, now }) => {
    const of = (name: string) => form.get(name) ?? ''
    return addDesk(scope, { unitCode: of('unit'), code: of('code'), label: of('label') }, now)
  },
)
