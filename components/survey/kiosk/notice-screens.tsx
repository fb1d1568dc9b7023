import styles from './kiosk.module.css'
import type { KioskWords } from './kiosk-words'

/** Before the tablet knows what it is; also what a browser without scripts keeps seeing. */
export function OpeningScreen({ words, build }: { words: KioskWords; build: string }) {
  return (
    // The service worker tells by the mark whether the page belongs to the files it keeps.
    <main className={`${styles.screen} ${styles.middle}`} data-build={build}>
      <h1>{words.kiosk.title}</h1>
      <p className={styles.lead}>{words.kiosk.opening}</p>
      <noscript>
        <p>{words.kiosk.noScript}</p>
      </noscript>
    </main>
  )
}

/** A browser that stores nothing cannot be a tablet at a desk: it would thank people for answers it loses. */
export function BrokenScreen({ words }: { words: KioskWords }) {
  return (
    <div className={styles.kiosk}>
      <main className={`${styles.screen} ${styles.middle}`}>
        <h1>{words.kiosk.brokenTitle}</h1>
        <p className={styles.lead}>{words.kiosk.brokenText}</p>
      </main>
    </div>
  )
}
