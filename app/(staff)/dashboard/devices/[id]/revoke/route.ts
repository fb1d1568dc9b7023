import { revokeDevice } from '@/db/devices/list'
import { formRoute } from '../../../../form-route'

/** Ends what a device may do, once its page has asked whether that is meant. */
export const POST = formRoute<{ id: string }>(
  { page: '/dashboard/devices', capability: 'administration' },
  'revoked',
  ({ scope, params, now }) => revokeDevice(scope, Number(params.id), now),
)
