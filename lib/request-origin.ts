import { env } from './env'

/**
 * Whether a request that changes something comes from a page of this app: a browser names the page's origin in
 * `Origin`, and another site cannot forge it. For every such route that a cookie opens.
 */
export function isOwnOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (!origin) return request.headers.get('sec-fetch-site') === 'same-origin'
  if (origin === env().origin) return true
  return URL.canParse(origin) && new URL(origin).host === request.headers.get('host')
}

/**
 * Whether the browser says that another site sent this. Old and text browsers say nothing at all: they are let in
 * where no cookie gives a right that another site could use.
 */
export function isForeignOrigin(request: Request): boolean {
  const saysNothing = !request.headers.has('origin') && !request.headers.has('sec-fetch-site')
  return !saysNothing && !isOwnOrigin(request)
}

/** Whether the browser says that a page of another site sent this; for pages that do not tell their origin. */
export const isForeignSite = (request: Request): boolean =>
  (request.headers.get('sec-fetch-site') ?? 'same-origin') !== 'same-origin'

/**
 * Whether another site leads the browser to a file that a cookie opens. A download that was typed in or bookmarked
 * (`none`) and browsers that say nothing are let in: the cookie does not travel with what another site embeds.
 */
export function isForeignDownload(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site === 'cross-site' || site === 'same-site') return true
  return request.headers.has('origin') && !isOwnOrigin(request)
}
