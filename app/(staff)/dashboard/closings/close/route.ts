import { closePeriod } from '@/db/snapshots/closing'
import { backTo, seeOther } from '../../../form-answer'
import { takeForm } from '../../../posted-form'
import { keepForm } from '../../../refused-form'
import { closingHref, list } from '../addresses'

/** Closes what the form names; the page of the closing says that it is done. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page: list, capability: 'closing' }, async (posted) => {
    const { scope, form, now } = posted
    const text = (name: string) => form.get(name) ?? ''
    const [unit, survey] = [text('unit'), text('survey')]
    const view = { unit, survey, from: text('from'), to: text('to') }
    const wish = { ...view, note: text('note'), requestId: text('request') }
    const closed = await closePeriod(scope, wish, now)
    if (closed.ok) return seeOther(`${closingHref(closed.value.number)}?done=closed`)
    const typed = await keepForm(posted, closed.problems, ['note'])
    const back = new URLSearchParams({ ...view, typed })
    return backTo(`${list}/new`, request, closed.problems, back)
  })
}
