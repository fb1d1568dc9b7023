import { changePassword } from '@/auth/own-password'
import { formRoute } from '../../../form-route'

/** Changes the person's own password; their other sessions end. */
export const POST = formRoute(
  { page: '/dashboard/account' },
  'password',
  ({ scope, form, now }) => {
    const typed = { current: form.get('current') ?? '', password: form.get('password') ?? '' }
    return changePassword(scope, typed, now)
  },
)
