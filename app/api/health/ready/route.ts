import { whyWritingFails } from '@/db/client'
import { isReady } from '@/db/start-checks'
import { jsonHeaders } from '@/lib/http'
import { logFault } from '@/lib/log'
import { isStopping } from '@/lib/stopping'

/** Whoever asks whether to send work here does not wait longer. */
const longestMs = 3_000

/**
 * The process can take work: the database answers, has what a first start makes, and the process is not about to end.
 * A full disk or a lock leaves it ready, because pages can be read and nobody else could write either; `writing` says
 * why the last write failed.
 */
export async function GET(): Promise<Response> {
  if (isStopping()) return answer(503, 'stopping')
  const ready = await Promise.race([isReady(), late()]).catch((error: unknown) => {
    logFault('not ready', error)
    return false
  })
  return ready ? answer(200, 'ready') : answer(503, 'unavailable')
}

function answer(status: 200 | 503, said: string): Response {
  const headers = { ...jsonHeaders, ...(status === 503 ? { 'retry-after': '5' } : {}) }
  return Response.json({ status: said, writing: whyWritingFails() ?? 'ok' }, { status, headers })
}

const late = () =>
  new Promise<false>((resolve) => {
    setTimeout(() => resolve(false), longestMs).unref()
  })
