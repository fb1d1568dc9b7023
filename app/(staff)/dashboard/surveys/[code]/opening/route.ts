import { setSurveyOpen } from '@/db/surveys/opening'
import { backTo, seeOther } from '../../../../form-answer'
import { takeForm } from '../../../../posted-form'

type Context = { params: Promise<{ code: string }> }

/** Opens or closes a survey for everybody. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params
  const page = `/dashboard/surveys/${encodeURIComponent(code)}`
  return takeForm(request, { page, capability: 'administration' }, async ({ scope, form, now }) => {
    const isOpen = form.get('open') === '1'
    const set = await setSurveyOpen(scope, code, isOpen, now)
    const done = isOpen ? 'opened' : 'closed'
    return set.ok ? seeOther(`${page}?done=${done}`) : backTo(page, request, set.problems)
  })
}
