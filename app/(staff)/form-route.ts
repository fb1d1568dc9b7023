import type { Result } from '@/domain/problem'
import { backTo, seeOther } from './form-answer'
import { type FormPlace, type Posted, takeForm } from './posted-form'

type Context<P> = { params: Promise<P> }
type Asked<P> = Posted & Readonly<{ params: P; request: Request; page: string }>
type Place = FormPlace & Readonly<{ bringsBack?: true }>

/**
 * The route of a form that leads back to its page with `done`, or to where that leads; or back with why it was not done,
 * and with what was typed where the place says so.
 */
export const formRoute =
  <P = object, V = unknown>(
    place: Place | ((params: P) => Place),
    done: string | ((asked: Asked<P>, value: V) => string | Response | Promise<Response>),
    change: (asked: Asked<P>) => Promise<Result<V>>,
  ) =>
  async (request: Request, context?: Context<P>): Promise<Response> => {
    // A route without anything named in its address needs none.
    const params = ((await context?.params) ?? {}) as P
    const at = typeof place === 'function' ? place(params) : place
    const { page } = at
    return takeForm(request, at, async (posted) => {
      const asked = { ...posted, params, request, page }
      const changed = await change(asked)
      const typed = at.bringsBack && posted.form
      if (!changed.ok) return backTo(page, request, changed.problems, typed)
      const end = typeof done === 'string' ? done : await done(asked, changed.value)
      return typeof end === 'string' ? seeOther(`${page}?done=${end}`) : end
    })
  }
