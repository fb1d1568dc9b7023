import { jsonHeaders } from '@/lib/http'
/** The process answers. */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: jsonHeaders })
}
