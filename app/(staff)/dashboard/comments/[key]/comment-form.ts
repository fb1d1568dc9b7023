import type { Capability } from '@/domain/access'
import type { Result } from '@/domain/problem'
import { backTo, seeOther } from '../../../form-answer'
import { type Posted, takeForm } from '../../../posted-form'
import { commentPath, filterIn, withFilter } from '../address'

type Context = { params: Promise<{ key: string }> }

/** The route of a form of a comment's page: back there with what came of it and the filter of the list. */
export const commentRoute =
  (
    done: string | null,
    change: (key: string, posted: Posted) => Promise<Result<null>>,
    capability: Capability = 'comments',
  ) =>
  async (request: Request, { params }: Context): Promise<Response> => {
    const { key } = await params
    const page = commentPath(key)
    return takeForm(request, { page, capability }, async (posted) => {
      const outcome = await change(key, posted)
      const filter = filterIn(new URLSearchParams(posted.form.get('filter') ?? ''))
      if (outcome.ok) return seeOther(withFilter(page, filter, done === null ? {} : { done }))
      return backTo(page, request, outcome.problems, filter)
    })
  }
