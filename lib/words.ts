import type { Locale, Text } from '@/domain/survey'

/** Each language by its own name, for whoever reads no other. */
export const languageNames: Readonly<Record<Locale, string>> = {
  vi: 'Tiếng Việt',
  en: 'English',
  km: 'ភាសាខ្មែរ',
}

// Kept apart from i18n.ts so that a client component can fill a sentence without loading three languages.

export type Params = Readonly<Record<string, string | number>>

/** Fills `{name}` placeholders; one without a value stays visible, so that a test finds it. */
export function fill(sentence: string, params: Params = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    return value === undefined ? whole : String(value)
  })
}

/** A survey text in a language, or its Vietnamese where that language is missing. */
export const say = (text: Text, locale: Locale): string => text[locale] ?? text.vi
