import 'server-only'

const home = '/dashboard'
const here = 'http://here.invalid'

/** Where to go after signing in: a path on this very server, or the dashboard. */
export function nextPath(asked: string | null | undefined): string {
  if (!asked?.startsWith('/')) return home
  // Parsed as a browser does it: `//host`, `/\host` and the like turn out to be other hosts.
  const url = URL.canParse(asked, here) ? new URL(asked, here) : null
  // Its dots resolved, a path like `/..//host` begins with two slashes: as a redirect it is another host.
  if (url?.origin !== here || url.pathname.startsWith('//')) return home
  const turnsInCircles = /^\/(sign-in|sign-out|api)(\/|$)/.test(url.pathname)
  return turnsInCircles ? home : url.pathname + url.search
}
