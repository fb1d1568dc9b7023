import { useRef } from 'react'
import { WordmarkFace } from '@/components/ui/wordmark'
import { type Locale, locales } from '@/domain/survey'
import { languageNames } from '@/lib/words'
import styles from './kiosk-header.module.css'
import type { KioskWords } from './kiosk-words'

export type Comfort = Readonly<{ isLarge: boolean; isContrast: boolean }>

const taps = 5
const within = 3_000

/** Above every screen: the wordmark (five presses open the staff's panel), languages, and aids to reading. */
export function KioskHeader(props: {
  words: KioskWords
  locale: Locale
  offered: readonly Locale[]
  comfort: Comfort
  onSpeak: (locale: Locale) => void
  onComfort: (comfort: Comfort) => void
  onRead: (() => void) | undefined
  onStaff: () => void
}) {
  const { words, comfort } = props
  const { kiosk } = words
  const onPress = useGesture(props.onStaff)
  return (
    <header className={styles.bar}>
      <button type="button" className={styles.name} onClick={onPress}>
        <WordmarkFace name={words.app.name} />
        <span className={styles.hidden}>{kiosk.forStaff}</span>
      </button>
      {props.offered.length > 1 && (
        <nav className={styles.group} aria-label={words.language.label}>
          {locales
            .filter((locale) => props.offered.includes(locale))
            .map((locale) => (
              <button
                key={locale}
                type="button"
                lang={locale}
                className={styles.tool}
                aria-current={locale === props.locale ? 'true' : undefined}
                onClick={() => props.onSpeak(locale)}
              >
                {languageNames[locale]}
              </button>
            ))}
        </nav>
      )}
      <div className={styles.group}>
        <button
          type="button"
          className={styles.tool}
          aria-pressed={comfort.isLarge}
          onClick={() => props.onComfort({ ...comfort, isLarge: !comfort.isLarge })}
        >
          {kiosk.largeText}
        </button>
        <button
          type="button"
          className={styles.tool}
          aria-pressed={comfort.isContrast}
          onClick={() => props.onComfort({ ...comfort, isContrast: !comfort.isContrast })}
        >
          {kiosk.contrast}
        </button>
        {props.onRead && (
          <button type="button" className={styles.tool} onClick={props.onRead}>
            {kiosk.readAloud}
          </button>
        )}
      </div>
    </header>
  )
}

/** Five presses within three seconds, by finger, mouse or Enter. */
function useGesture(onDone: () => void) {
  const presses = useRef<readonly number[]>([])
  return () => {
    const now = performance.now()
    const recent = [...presses.current.filter((at) => now - at < within), now]
    presses.current = recent.length >= taps ? [] : recent
    if (recent.length >= taps) onDone()
  }
}
