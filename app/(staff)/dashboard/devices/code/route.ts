import { makeEnrolmentCode } from '@/db/devices/new-enrolment-code'
import { backTo, seeOther } from '../../../form-answer'
import { takeForm } from '../../../posted-form'
import { stepHref, stepOf, stepPage } from '../../setup/steps'
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
    const step = stepOf(form)
    if (!made.ok) {
      return step
        ? backTo(stepPage(step), request, made.problems, form)
        : backTo(page, request, made.problems)
    }
    const shown = step ? stepHref(step, form.get('unit') ?? '') : page
    return seeOther(`${shown}#made-code`, codeCookieHeader(made.value.code))
  })
}
