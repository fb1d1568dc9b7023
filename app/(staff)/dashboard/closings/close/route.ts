import { closePeriod } from '@/db/snapshots/closing'
import { seeOther, sentence } from '../../../form-answer'
import { takeForm } from '../../../posted-form'
import { keepForm } from '../../../refused-form'
import { closingHref, list, newHref } from '../addresses'

/** Closes what the form names; the page of the closing says that it is done. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page: list, capability: 'closing' }, async (posted) => {
    const { scope, form, now } = posted
    const text = (name: string) => form.get(name) ?? ''
    const view = {
      unit: text('unit'),
      survey: text('survey'),
      from: text('from'),
      to: text('to'),
    }
    const wish = { ...view, note: text('note'), requestId: text('request') }
    const closed = await closePeriod(scope, wish, now)
    if (closed.ok) return seeOther(`${closingHref(closed.value.number)}?done=closed`)
    const [problem] = closed.problems
    if (!problem || problem.code === 'not-found') return sentence(request, 404, 'not-found')
    const max = problem.params?.max
    const typed = await keepForm(posted, ['note'])
    const said = { problem: problem.code, ...(max ? { max: String(max) } : {}), typed }
    return seeOther(`${newHref(view)}&${new URLSearchParams(said)}`)
  })
}
