import type { Words } from '@/components/survey/words'
import type { Locale } from '@/domain/survey'
import { messagesFor } from '@/lib/i18n'
import { fill } from '@/lib/words'

/** The words of the citizen's form, whose notice says for how many months comments are kept. */
export function formWords(locale: Locale, months: number): Words {
  const { app, scale, language, citizen, thanks } = messagesFor(locale)
  const privacyText = fill(citizen.privacyText, { months })
  return { app, scale, language, citizen: { ...citizen, privacyText }, thanks }
}
