import { useState } from 'react'
import type { Locale } from '@/domain/survey'
import type { Preferences } from '@/lib/device-records'
import type { Comfort } from './kiosk-header'

/** Language, size and contrast as they are now; `show` sets them all. */
export function useLook(preferences: Preferences) {
  const [locale, setLocale] = useState<Locale>(preferences.locale)
  const [comfort, setComfort] = useState<Comfort>(preferences)
  const isChanged =
    locale !== preferences.locale ||
    comfort.isLarge !== preferences.isLarge ||
    comfort.isContrast !== preferences.isContrast
  const show = (as: Preferences) => {
    setLocale(as.locale)
    setComfort(as)
  }
  return { locale, comfort, isChanged, show, setLocale, setComfort }
}
