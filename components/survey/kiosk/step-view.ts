import type { Locale } from '@/domain/survey'
import type { KioskWords } from './kiosk-words'
import type { Answers } from './visit-state'

/** What every question on the tablet is drawn with. */
export type StepView = Readonly<{
  words: KioskWords
  /** Language of the questions; Vietnamese where the survey lacks the chosen one. */
  textLocale: Locale
  /** `lang` for the questions where it differs from the page's, else undefined. */
  textLang: Locale | undefined
  answers: Answers
}>
