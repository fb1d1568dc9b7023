import { revokeDevice } from '@/db/devices/list'
import { backTo, seeOther } from '../../../../form-answer'
import { takeForm } from '../../../../posted-form'

type Context = { params: Promise<{ id: string }> }

const page = '/dashboard/devices'

/** Ends what a device may do, once its page has asked whether that is meant. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return takeForm(request, { page, capability: 'administration' }, async ({ scope, now }) => {
    const { id } = await params
    const revoked = await revokeDevice(scope, Number(id), now)
    return revoked.ok ? seeOther(`${page}?done=revoked`) : backTo(page, request, revoked.problems)
  })
}
