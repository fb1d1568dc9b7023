import type { Result } from '@/domain/problem'
import { backTo, seeOther } from './form-answer'
import { type FormPlace, type Posted, takeForm } from './posted-form'

type Context<P> = { params: Promise<P> }
type Change<P> = (posted: Posted, params: P, request: Request) => Promise<Result<unknown>>

/** The route of a form that leads back to its page with `done`, or with why it was not done. */
export const formRoute =
  <P = object>(
    place: FormPlace | ((params: P) => FormPlace),
    done: string | ((posted: Posted, request: Request) => string),
    change: Change<P>,
  ) =>
  async (request: Request, context?: Context<P>): Promise<Response> => {
    // A route without anything named in its address needs none.
    const params = ((await context?.params) ?? {}) as P
    const at = typeof place === 'function' ? place(params) : place
    return takeForm(request, at, async (posted) => {
      const changed = await change(posted, params, request)
      if (!changed.ok) return backTo(at.page, request, changed.problems)
      return seeOther(`${at.page}?done=${typeof done === 'string' ? done : done(posted, request)}`)
    })
  }
