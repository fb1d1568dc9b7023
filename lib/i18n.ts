import { type Locale, locales } from '@/domain/survey'
import en from '@/messages/en.json'
import km from '@/messages/km.json'
import vi from '@/messages/vi.json'
import { fill, type Params } from './words'

/** The interface words of one language, as the tree in messages/. */
export type Messages = typeof vi

type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}`
}[keyof T & string]

/** A dotted path in messages/, checked by the compiler. */
export type MessageKey = Paths<Messages>

/** Says the sentence of a key, and in which language, for what is written by its rules (numbers, days). */
export type Translate = ((key: MessageKey, params?: Params) => string) &
  Readonly<{ locale: Locale }>

const byLocale: Record<Locale, Messages> = { vi, en, km }

/** The whole tree of a language; pass one branch of it to a client component. */
export const messagesFor = (locale: Locale): Messages => byLocale[locale]

/** A function that looks a sentence up and fills its `{placeholders}`. An unknown key answers itself. */
export function translator(locale: Locale): Translate {
  const tree = byLocale[locale]
  const say = (key: MessageKey, params?: Params) => fill(lookUp(tree, key) ?? key, params)
  return Object.assign(say, { locale })
}

/** The sentence of a key that is only known at run time (problem codes), or undefined. */
export function lookUp(tree: unknown, key: string): string | undefined {
  let node = tree
  for (const part of key.split('.')) {
    if (typeof node !== 'object' || node === null) return undefined
    node = (node as Record<string, unknown>)[part]
  }
  return typeof node === 'string' ? node : undefined
}

/** The label of a field or detail whose name is only known at run time: its own in the branch, else the general one. */
export function labelOf(
  branch: 'audit.details' | 'audit.filter' | 'dossiers.other',
  name: string,
  t: Translate,
): string {
  const messages = messagesFor(t.locale)
  return lookUp(messages, `${branch}.${name}`) ?? lookUp(messages.label, name) ?? name
}

/** A language of ours, or undefined. */
export const asLocale = (value: unknown): Locale | undefined =>
  locales.find((locale) => locale === value)
