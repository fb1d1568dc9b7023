import { type Locale, locales } from '@/domain/survey'
import type { Messages } from './i18n'

export type FaultWords = Readonly<Record<'title' | 'text' | 'tryAgain', string>>

// Fetched only when something broke: no page carries them on the way.
const loaders: Record<Locale, () => Promise<{ default: Pick<Messages, 'errors' | 'button'> }>> = {
  vi: () => import('@/messages/vi.json'),
  en: () => import('@/messages/en.json'),
  km: () => import('@/messages/km.json'),
}

/** The words of the error pages in one language. */
export async function wordsOfFault(locale: Locale): Promise<FaultWords> {
  const { errors, button } = (await loaders[locale]()).default
  return { title: errors.faultTitle, text: errors.faultText, tryAgain: button.tryAgain }
}

/** The language of a document, Vietnamese where it names none of ours. */
export const asKnownLocale = (lang: string): Locale =>
  locales.find((locale) => locale === lang) ?? 'vi'
