import { sessionIdHash } from '@/auth/session'
import { endOtherSessions, endOwnSession } from '@/db/accounts/own-sessions'
import { backTo, seeOther } from '../../../form-answer'
import { takeForm } from '../../../posted-form'

const page = '/dashboard/account'

/** Ends one of the person's own sessions, or all the others. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page }, async ({ scope, form, now }) => {
    const asked = form.get('session') ?? ''
    const current = await sessionIdHash()
    if (asked === 'others' && current) {
      await endOtherSessions(scope, current, now)
      return seeOther(`${page}?done=others`)
    }
    const ended = await endOwnSession(scope, asked, now)
    return ended ? seeOther(`${page}?done=session`) : backTo(page, request, [])
  })
}
