import { ok, type Result, refused } from '@/domain/problem'

/** Whether the form opens or closes. One that says neither does neither: closing stops what a whole office collects. */
export function askedOpening(form: URLSearchParams): Result<boolean, 'malformed'> {
  const open = form.get('open')
  return open === '1' || open === '0' ? ok(open === '1') : refused({ code: 'malformed' })
}
