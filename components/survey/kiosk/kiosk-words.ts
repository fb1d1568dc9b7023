import type { Locale } from '@/domain/survey'
import type { Messages } from '@/lib/i18n'

/** The branches of the messages that the tablet needs. */
export type KioskWords = Pick<Messages, 'app' | 'scale' | 'language' | 'kiosk'> &
  Pick<Messages['citizen'], 'noNames' | 'draftTitle' | 'chosen' | 'charactersLeft' | 'privacy'> &
  Readonly<Record<'next' | 'tryAgain' | 'questions' | 'answerNeeded' | 'thanks', string>>

/** In every language: without a network no other can be fetched. */
export type KioskWordsBy = Readonly<Record<Locale, KioskWords>>
