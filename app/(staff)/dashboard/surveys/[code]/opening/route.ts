import { setSurveyOpen } from '@/db/surveys/opening'
import { backTo, seeOther } from '../../../../form-answer'
import { takeForm } from '../../../../posted-form'
import { askedOpening } from '../asked-opening'

type Context = { params: Promise<{ code: string }> }

/** Opens or closes a survey for everybody. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params
  const page = `/dashboard/surveys/${encodeURIComponent(code)}`
  return takeForm(request, { page, capability: 'administration' }, async ({ scope, form, now }) => {
    const asked = askedOpening(form)
    if (!asked.ok) return backTo(page, request, asked.problems)
    const isOpen = asked.value
    const set = await setSurveyOpen(scope, code, isOpen, now)
    const done = isOpen ? 'opened' : 'closed'
    return set.ok ? seeOther(`${page}?done=${done}`) : backTo(page, request, set.problems)
  })
}
