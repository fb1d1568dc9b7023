import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { fill } from '@/lib/words'
import styles from './dialog.module.css'
import type { KioskWords } from './kiosk-words'
import { warningSeconds } from './use-idle'

/** Asks whether somebody is still there. It holds the focus; the count is for the eye alone. */
export function IdleWarning(props: {
  words: KioskWords['kiosk']
  /** Whether leaving now keeps the rating that was tapped. */
  isCounted: boolean
  onStay: () => void
  onLeave: () => void
}) {
  const { words } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const left = useCountdown(warningSeconds)
  const stay = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    stay.current?.focus()
  }, [])
  // Closed by itself, not only taken away: so the focus returns to where it was.
  const onStay = () => {
    dialog.current?.close()
    props.onStay()
  }
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      className={styles.dialog}
      aria-labelledby="idle-title"
      aria-describedby="idle-text"
      onCancel={(event) => {
        event.preventDefault()
        onStay()
      }}
    >
      <h2 id="idle-title">{words.idleTitle}</h2>
      <p id="idle-text">{props.isCounted ? words.idleCounted : words.idleDropped}</p>
      <p className={styles.countdown} aria-hidden="true">
        {fill(words.idleSeconds, { n: left })}
      </p>
      <div className={styles.dialogButtons}>
        <Button size="large" ref={stay} onClick={onStay}>
          {words.stay}
        </Button>
        <Button size="large" look="quiet" onClick={props.onLeave}>
          {words.leave}
        </Button>
      </div>
    </dialog>
  )
}

function useCountdown(from: number): number {
  const [left, setLeft] = useState(from)
  useEffect(() => {
    const timer = setInterval(() => setLeft((n) => Math.max(0, n - 1)), 1000)
    return () => clearInterval(timer)
  }, [])
  return left
}
