import type { Locale } from '@/domain/survey'

/** The same page with the same filter in another language. */
export function inLanguage(path: string, locale: Locale): string {
  const url = new URL(path, 'http://here.invalid')
  url.searchParams.set('lang', locale)
  return url.pathname + url.search
}
