import type { KioskWords } from '@/components/survey/kiosk/kiosk-words'
import type { Words } from '@/components/survey/words'
import type { Locale } from '@/domain/survey'
import { messagesFor } from '@/lib/i18n'

/** The words of the citizen's form. */
export function formWords(locale: Locale): Words {
  const { app, scale, language, citizen, thanks } = messagesFor(locale)
  return { app, scale, language, citizen, thanks }
}

/** The words of the tablet, of which some are those of the form. */
export function kioskWords(locale: Locale): KioskWords {
  const { app, scale, language, kiosk, citizen, home, thanks, button } = messagesFor(locale)
  const { noNames, draftTitle, chosen, charactersLeft, privacy } = citizen
  return {
    ...{ app, scale, language, kiosk },
    ...{ noNames, draftTitle, chosen, charactersLeft, privacy },
    next: button.next,
    tryAgain: button.tryAgain,
    questions: home.questions,
    answerNeeded: citizen.problems.required,
    thanks: thanks.title,
  }
}
