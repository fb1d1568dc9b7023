import { headers } from 'next/headers'
import type { Locale } from '@/domain/survey'
import { asLocale } from './i18n'

/** The language of this request, as proxy.ts settled it. */
export async function requestLocale(): Promise<Locale> {
  return asLocale((await headers()).get('x-hl-locale')) ?? 'vi'
}
