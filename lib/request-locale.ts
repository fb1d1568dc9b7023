import { headers } from 'next/headers'
import type { Locale } from '@/domain/survey'
import { asLocale, type Translate, translator } from './i18n'

/** The language of this page, as proxy.ts settled it. */
export async function requestLocale(): Promise<Locale> {
  return asLocale((await headers()).get('x-hl-locale')) ?? 'vi'
}

/** Its words. */
export const requestWords = async (): Promise<Translate> => translator(await requestLocale())

/** The language of a request to a route handler: `?lang=`, the cookie, else Vietnamese. */
export function localeOf(request: Request): Locale {
  const asked = asLocale(new URL(request.url).searchParams.get('lang'))
  const kept = /(?:^|;\s*)lang=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1]
  return asked ?? asLocale(kept) ?? 'vi'
}
