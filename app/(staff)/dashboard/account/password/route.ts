import { changePassword } from '@/auth/own-password'
import { backTo, seeOther } from '../../../form-answer'
import { takeForm } from '../../../posted-form'

const page = '/dashboard/account'

/** Changes the person's own password; their other sessions end. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page }, async ({ scope, form, now }) => {
    const typed = { current: form.get('current') ?? '', password: form.get('password') ?? '' }
    const changed = await changePassword(scope, typed, now)
    return changed.ok ? seeOther(`${page}?done=password`) : backTo(page, request, changed.problems)
  })
}
