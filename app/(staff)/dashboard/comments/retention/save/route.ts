import { setCommentMonths } from '@/db/comments/retention'
import { backTo, seeOther } from '../../../../form-answer'
import { takeForm } from '../../../../posted-form'
import { retentionPath as page } from '../../address'

/** Sets how long the words of comments are kept; leads back to be asked once more where that takes words away. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page, everywhere: true }, async ({ scope, form, now }) => {
    const months = form.get('months')
    const isConfirmed = form.get('confirmed') === '1'
    const set = await setCommentMonths(scope, { months, isConfirmed }, now)
    if (set.ok) return seeOther(`${page}?done=saved`)
    if (set.problems[0]?.code !== 'unconfirmed') return backTo(page, request, set.problems)
    return seeOther(`${page}?${new URLSearchParams({ months: months ?? '' })}`)
  })
}
