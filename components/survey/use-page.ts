import { useEffect, useState } from 'react'
import type { Locale } from '@/domain/survey'

/** The page's title as the person goes on; undefined where another part of the page sets it. */
export function useTitle(title: string | undefined) {
  useEffect(() => {
    if (title !== undefined) document.title = title
  }, [title])
}

/** The language of the page, changed at once, and remembered for the next page. */
export function useLocale(first: Locale) {
  const [locale, setLocale] = useState(first)
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const choose = (chosen: Locale) => {
    setLocale(chosen)
    rememberLocale(chosen)
  }
  return [locale, choose] as const
}

function rememberLocale(locale: Locale) {
  const secure = location.protocol === 'https:' ? '; secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and on plain http
  document.cookie = `lang=${locale}; path=/; max-age=31536000; samesite=lax${secure}`
  // The address asks for no language any more, else a reload would switch back.
  const address = new URL(location.href)
  address.searchParams.delete('lang')
  history.replaceState(history.state, '', address)
}
