import { headers } from 'next/headers'
import type { Locale } from '@/domain/survey'

/** Path and query of this request. */
export const requestPath = async (): Promise<string> =>
  (await headers()).get('x-hl-path') ?? '/dashboard'

/** The same page with the same filter in another language. */
export function inLanguage(path: string, locale: Locale): string {
  const url = new URL(path, 'http://here.invalid')
  url.searchParams.set('lang', locale)
  return url.pathname + url.search
}
