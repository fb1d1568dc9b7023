import { setSilenceHours } from '@/db/devices/silence'
import { formRoute } from '../../../form-route'

/** Sets after how many hours a silent device stands out. */
export const POST = formRoute(
  { page: '/dashboard/devices', capability: 'administration' },
  'silence',
  ({ scope, form, now }) => setSilenceHours(scope, form.get('hours'), now),
)
