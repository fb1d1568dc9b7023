import { setLinkOpen } from '@/db/surveys/opening'
import { backTo, seeOther } from '../../../../form-answer'
import { takeForm } from '../../../../posted-form'
import { askedOpening } from '../asked-opening'

type Context = { params: Promise<{ code: string }> }

/** Opens or closes one link or QR code. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { code: survey } = await params
  const page = `/dashboard/surveys/${encodeURIComponent(survey)}`
  return takeForm(request, { page, capability: 'administration' }, async ({ scope, form, now }) => {
    const asked = askedOpening(form)
    if (!asked.ok) return backTo(page, request, asked.problems)
    const isOpen = asked.value
    const set = await setLinkOpen(scope, form.get('link') ?? '', isOpen, now, { survey })
    const done = isOpen ? 'linkOpened' : 'linkClosed'
    return set.ok ? seeOther(`${page}?done=${done}`) : backTo(page, request, set.problems)
  })
}
