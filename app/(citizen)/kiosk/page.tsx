import type { Metadata } from 'next'
import { kioskWords } from '@/app/form-words'
import { KioskApp } from '@/components/survey/kiosk/kiosk-app'
import { buildId } from '@/lib/build-id'
import { translator } from '@/lib/i18n'

export function generateMetadata(): Metadata {
  return { title: translator('vi')('kiosk.title') }
}

/**
 * The tablet at the desk. The same for everybody and in no language of a request: the service worker keeps this page
 * and it must work for whoever comes. What is particular to a tablet lies in its own storage.
 */
export default function KioskPage() {
  const wordsBy = { vi: kioskWords('vi'), en: kioskWords('en'), km: kioskWords('km') }
  return <KioskApp wordsBy={wordsBy} build={buildId()} />
}
