import { headers } from 'next/headers'
import type { Locale } from '@/domain/survey'
import { asLocale, type Translate, translator } from './i18n'

/** The language of this page, as proxy.ts settled it. */
export async function requestLocale(): Promise<Locale> {
  return asLocale((await headers()).get('x-hl-locale')) ?? 'vi'
}

/** The same with its words. */
export async function requestWords(): Promise<{ locale: Locale; t: Translate }> {
  const locale = await requestLocale()
  return { locale, t: translator(locale) }
}

/** The language of a request to a route handler: `?lang=`, the cookie, else Vietnamese. */
export function localeOf(request: Request): Locale {
  const asked = asLocale(new URL(request.url).searchParams.get('lang'))
  const kept = /(?:^|;\s*)lang=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1]
  return asked ?? asLocale(kept) ?? 'vi'
}
