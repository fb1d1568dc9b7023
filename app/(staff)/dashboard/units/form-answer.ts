import type { Problem } from '@/domain/problem'
import { backTo, seeOther } from '../../form-answer'

/** Longer than any field may be; a head of more than 16 KB is refused, and a sign takes up to nine bytes of it. */
const mostBroughtBack = 300

/** Back to the form with what was wrong and what was typed; what is not there, or not the person's, is 404. */
export function backToForm(
  page: string,
  request: Request,
  problems: readonly Problem[],
  form: URLSearchParams,
): Response {
  const [first] = problems
  if (!first || first.code === 'not-found') return backTo(page, request, problems)
  const typed = [...form].map(([name, value]) => [name, value.slice(0, mostBroughtBack)])
  const query = new URLSearchParams(typed)
  query.set('problem', first.code)
  if (first.field) query.set('field', first.field)
  for (const name of ['max', 'known']) {
    const value = first.params?.[name]
    if (value !== undefined) query.set(name, String(value))
  }
  return seeOther(`${page}?${query}#error-summary`)
}
