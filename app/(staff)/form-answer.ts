import type { Problem } from '@/domain/problem'
import { lookUp, messagesFor } from '@/lib/i18n'
import { localeOf } from '@/lib/request-locale'

/** Longer than any field may be; a head of more than 16 KB is refused, and a sign takes up to nine bytes of it. */
const mostBroughtBack = 300

/** Back to the page with what was wrong, and `typed` as it was; what is not there, or not the person's, is 404. */
export function backTo(
  page: string,
  request: Request,
  problems: readonly Problem[],
  typed?: URLSearchParams,
): Response {
  const [first] = problems
  if (!first || first.code === 'not-found') return sentence(request, 404, 'not-found')
  const kept = [...(typed ?? [])].map(([name, value]) => [name, value.slice(0, mostBroughtBack)])
  const query = new URLSearchParams(kept)
  query.set('problem', first.code)
  if (first.field) query.set('field', first.field)
  for (const name of ['max', 'n', 'known']) {
    const value = first.params?.[name]
    if (value !== undefined) query.set(name, String(value))
  }
  return seeOther(`${page}?${query}${typed ? '#error-summary' : ''}`)
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
