import { isReady } from '@/db/start-checks'
import { jsonHeaders } from '@/lib/http'
import { logFault } from '@/lib/log'

/** The process can take responses: the database answers and has what a first start makes. */
export async function GET(): Promise<Response> {
  const ready = await isReady().catch((error: unknown) => {
    logFault('not ready', error)
    return false
  })
  const headers = { ...jsonHeaders, ...(ready ? {} : { 'retry-after': '5' }) }
  return Response.json(
    { status: ready ? 'ready' : 'unavailable' },
    { status: ready ? 200 : 503, headers },
  )
}
