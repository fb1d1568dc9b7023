import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { env, isDevelopment } from '@/lib/env'
import { asLocale } from '@/lib/i18n'
import { takeTurn } from '@/lib/unhurried'

const YEAR = 31_536_000

/**
 * Sets headers only: the nonce and policy of this page, and the language asked for (`?lang=`, else
 * the cookie, else Vietnamese). Who may see what is decided where the data is read, never here.
 * Pages of the figures that come at once begin one after the other. Nobody else waits behind them: not a citizen's page.
 */
export async function proxy(request: NextRequest) {
  if (request.nextUrl.pathname.startsWith('/dashboard')) await takeTurn()
  const nonce = randomBytes(16).toString('base64')
  const policy = contentPolicy(nonce)
  const asked = asLocale(request.nextUrl.searchParams.get('lang'))
  const locale = asked ?? asLocale(request.cookies.get('lang')?.value) ?? 'vi'

  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  headers.set('x-hl-locale', locale)
  headers.set('x-hl-path', request.nextUrl.pathname + request.nextUrl.search)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  if (asked && asked !== request.cookies.get('lang')?.value) {
    const secure = env().isHttps
    response.cookies.set('lang', asked, { path: '/', maxAge: YEAR, sameSite: 'lax', secure })
  }
  return response
}

function contentPolicy(nonce: string): string {
  const script = isDevelopment
    ? `'nonce-${nonce}' 'strict-dynamic' 'unsafe-eval'`
    : `'nonce-${nonce}' 'strict-dynamic'`
  return [
    "default-src 'none'",
    `script-src ${script}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

// What tablets and monitors call is left out: it is JSON and must cost little. So is what carries a body: the framework
// reads the whole of it into memory for a proxy, however long it is and however slowly it comes, before a route can refuse it.
export const config = {
  matcher: [
    {
      source:
        '/((?!_next/static|icon|favicon|sw.js|build.js|api/v1/responses|api/v1/devices|api/health/).*)',
      missing: [{ type: 'header', key: 'content-type' }],
    },
  ],
}
