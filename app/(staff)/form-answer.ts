import type { Problem } from '@/domain/problem'
import { lookUp, messagesFor } from '@/lib/i18n'
import { localeOf } from '@/lib/request-locale'

/** Back to the page with what was wrong; what is not there, or not the person's, is 404. */
export function backTo(page: string, request: Request, problems: readonly Problem[]): Response {
  const [first] = problems
  if (!first || first.code === 'not-found') return sentence(request, 404, 'not-found')
  const query = new URLSearchParams({ problem: first.code })
  if (first.field) query.set('field', first.field)
  for (const name of ['max', 'n']) {
    const value = first.params?.[name]
    if (value !== undefined) query.set(name, String(value))
  }
  return seeOther(`${page}?${query}`)
}

/** On to another page, with what it is to remember. */
export const seeOther = (location: string, cookie?: string): Response =>
  new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'no-store', ...(cookie ? { 'set-cookie': cookie } : {}) },
  })

/** An answer that is one sentence of `problems` in the person's language. */
export function sentence(request: Request, status: number, code: string): Response {
  const words = lookUp(messagesFor(localeOf(request)).problems, code) ?? code
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(words, { status, headers })
}
