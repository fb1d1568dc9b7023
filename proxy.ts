import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { env, isDevelopment } from '@/lib/env'
import { asLocale } from '@/lib/i18n'

const YEAR = 31_536_000

/**
 * Sets headers only: the nonce and policy of this answer, and the language asked for (`?lang=`, else
 * the cookie, else Vietnamese). Who may see what is decided where the data is read, never here.
 */
export function proxy(request: NextRequest) {
  const nonce = randomBytes(16).toString('base64')
  const policy = contentPolicy(nonce)
  const asked = asLocale(request.nextUrl.searchParams.get('lang'))
  const locale = asked ?? asLocale(request.cookies.get('lang')?.value) ?? 'vi'

  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  headers.set('x-hl-locale', locale)
  headers.set('x-hl-path', request.nextUrl.pathname + request.nextUrl.search)

  // The framework answers 500 where a code in the path cannot be decoded; such a page does not exist.
  const response = canDecode(request.nextUrl.pathname)
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(new URL('/not-found', request.url), { request: { headers } })
  for (const [name, value] of securityHeaders(policy, request.nextUrl.pathname))
    response.headers.set(name, value)
  if (asked && asked !== request.cookies.get('lang')?.value) {
    const secure = env().isHttps
    response.cookies.set('lang', asked, { path: '/', maxAge: YEAR, sameSite: 'lax', secure })
  }
  return response
}

function canDecode(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
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

function securityHeaders(policy: string, path: string): [string, string][] {
  const headers: [string, string][] = [
    ['content-security-policy', policy],
    ['x-content-type-options', 'nosniff'],
    // The address of a one-time link is a secret.
    ['referrer-policy', path.startsWith('/join/') ? 'no-referrer' : 'same-origin'],
    ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
    ['cross-origin-opener-policy', 'same-origin'],
  ]
  if (env().isHttps) headers.push(['strict-transport-security', `max-age=${YEAR}`])
  return headers
}

// What tablets and monitors call is left out: it is JSON, sets its own headers, and must cost little.
export const config = {
  matcher: [
    '/((?!_next/static|icon|favicon|sw.js|build.js|api/v1/responses|api/v1/devices|api/health/).*)',
  ],
}
