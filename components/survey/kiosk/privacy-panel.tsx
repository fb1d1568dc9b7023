import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import type { Office } from '@/lib/device-records'
import { PrivacyText } from '../privacy-text'
import styles from './dialog.module.css'
import type { KioskWords } from './kiosk-words'

/** What is stored of an answer, in the sentences of the form. */
export function PrivacyPanel(props: { words: KioskWords; office: Office; onClose: () => void }) {
  const { words, office } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    // Else the button would have the focus, and a low screen would begin at the end.
    heading.current?.focus()
  }, [])
  const close = () => {
    // Closed by itself, not only taken away: so the focus returns to where it was.
    dialog.current?.close()
    // Its event comes later, and would undo that somebody opens it anew before.
    props.onClose()
  }
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="privacy"
      onClose={props.onClose}
    >
      <h2 id="privacy" ref={heading} tabIndex={-1}>
        {words.privacy.title}
      </h2>
      <PrivacyText
        words={words.privacy}
        place={`${office.unit.name} · ${office.desk.label}`}
        months={office.commentMonths}
      />
      <div className={styles.close}>
        <Button size="large" look="quiet" onClick={close}>
          {words.kiosk.close}
        </Button>
      </div>
    </dialog>
  )
}
