import type { Metadata } from 'next'
import { KioskApp } from '@/components/survey/kiosk/kiosk-app'
import type { KioskWords } from '@/components/survey/kiosk/kiosk-words'
import type { Locale } from '@/domain/survey'
import { buildId } from '@/lib/build-id'
import { messagesFor, translator } from '@/lib/i18n'

export function generateMetadata(): Metadata {
  return { title: translator('vi')('kiosk.title') }
}

/**
 * The tablet at the desk. The same for everybody and in no language of a request: the service worker keeps this page
 * and it must work for whoever comes. What is particular to a tablet lies in its own storage.
 */
export default function KioskPage() {
  const wordsBy = { vi: wordsOf('vi'), en: wordsOf('en'), km: wordsOf('km') }
  return <KioskApp wordsBy={wordsBy} build={buildId()} />
}

function wordsOf(locale: Locale): KioskWords {
  const { app, scale, language, kiosk, citizen } = messagesFor(locale)
  const { noNames, draftTitle, charactersLeft } = citizen
  return { app, scale, language, kiosk, noNames, draftTitle, charactersLeft }
}
