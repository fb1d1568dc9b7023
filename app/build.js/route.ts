import { connection } from 'next/server'
import { buildId } from '@/lib/build-id'

/** The one line by which the service worker of the tablets differs from build to build. */
export async function GET(): Promise<Response> {
  await connection()
  return new Response(`self.build = ${JSON.stringify(buildId())}\n`, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    },
  })
}
