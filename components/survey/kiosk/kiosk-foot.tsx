import type { Office } from '@/lib/device-records'
import styles from './kiosk-foot.module.css'
import type { KioskWords } from './kiosk-words'

/** Below every screen: whose desk it is, and the way to what is stored of an answer. */
export function KioskFoot(props: {
  words: KioskWords['kiosk']
  office: Office
  onRead: (() => void) | undefined
}) {
  const { words, office } = props
  return (
    <footer className={styles.foot}>
      <span lang="vi">
        {office.desk.label} · {office.unit.name}
      </span>
      {props.onRead && (
        <button type="button" className={styles.more} onClick={props.onRead}>
          {words.unnamed} <u>{words.learnMore}</u>
        </button>
      )}
    </footer>
  )
}
