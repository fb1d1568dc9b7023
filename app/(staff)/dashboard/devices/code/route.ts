import { makeEnrolmentCode } from '@/db/enrolment-codes'
import { backTo, seeOther, takeForm } from '../../../posted-form'
import { codeCookieHeader } from '../code-cookie'

const page = '/dashboard/devices'

/** Makes a one-time code for a desk; the page then shows it. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page, capability: 'administration' }, async ({ scope, form, now }) => {
    const asked = {
      deskId: Number(form.get('desk')),
      surveyCodes: form.getAll('surveys'),
      name: form.get('name') ?? '',
    }
    const made = await makeEnrolmentCode(scope, asked, now)
    if (!made.ok) return backTo(page, request, made.problems)
    return seeOther(`${page}#made-code`, codeCookieHeader(made.value.code))
  })
}
