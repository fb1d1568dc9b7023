import { type Locale, locales } from '@/domain/survey'
import type { Messages } from './i18n'

// Fetched only when something broke: no page carries them on the way.
const loaders: Record<Locale, () => Promise<{ default: { errors: Messages['errors'] } }>> = {
  vi: () => import('@/messages/vi.json'),
  en: () => import('@/messages/en.json'),
  km: () => import('@/messages/km.json'),
}

/** The words of the error pages in one language. */
export const wordsOfFault = async (locale: Locale): Promise<Messages['errors']> =>
  (await loaders[locale]()).default.errors

/** The language of a document, Vietnamese where it names none of ours. */
export const asKnownLocale = (lang: string): Locale =>
  locales.find((locale) => locale === lang) ?? 'vi'
