import type { Instrumentation } from 'next'
import { noteLostPage } from './lib/lost-page'

/** Runs once when the server starts, before the first request. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: a constant of the build; it keeps Node's modules out of the edge bundle.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startService } = await import('./db/installation/start')
  await startService()
}

/** A page broke: whoever has no scripts is led to one that says so. The framework logs the error itself. */
export const onRequestError: Instrumentation.onRequestError = (_, request, { routeType }) => {
  const nonce = request.headers['x-nonce']
  if (routeType === 'render' && typeof nonce === 'string') noteLostPage(nonce, '/fault')
}
