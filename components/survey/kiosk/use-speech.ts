import { useEffect, useState } from 'react'
import type { Locale } from '@/domain/survey'

/** Reading aloud by the browser, where it has a voice of the language; undefined where it has none. */
export function useSpeech(locale: Locale, screen: string) {
  const voice = useVoice(locale)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new screen or language ends the reading of the last
  useEffect(() => () => synthesis()?.cancel(), [screen, locale])
  if (!voice) return undefined
  return () => {
    const parts = document.querySelectorAll('main :is(h1, h2, p, li, button)')
    const text = [...parts].map((part) => part.textContent).join('. ')
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = 0.9
    synthesis()?.cancel()
    synthesis()?.speak(utterance)
  }
}

function useVoice(locale: Locale): SpeechSynthesisVoice | undefined {
  const [voices, setVoices] = useState<readonly SpeechSynthesisVoice[]>([])
  useEffect(() => {
    const look = () => setVoices(synthesis()?.getVoices() ?? [])
    look()
    // Browsers load their voices after the page.
    synthesis()?.addEventListener?.('voiceschanged', look)
    return () => synthesis()?.removeEventListener?.('voiceschanged', look)
  }, [])
  // A voice from the maker's cloud would send the question out and be silent without a network.
  return voices.find(
    ({ lang, localService }) => localService && lang.toLowerCase().startsWith(locale),
  )
}

const synthesis = () => ('speechSynthesis' in window ? window.speechSynthesis : undefined)
