'use client'
import { useEffect, useState } from 'react'
import { Notice } from '@/components/ui/notice'
import styles from './unreached-notice.module.css'

/**
 * Where the server cannot be reached, a form stays as it is and says so; the browser would put a page of its own in its
 * place. Without scripts it does.
 */
export function UnreachedNotice({ text }: { text: string }) {
  const [isUnreached, setIsUnreached] = useState(false)
  useEffect(() => {
    const ending = new AbortController()
    watchForms(setIsUnreached, ending.signal)
    return () => ending.abort()
  }, [])
  useEffect(() => {
    // The button that was pressed has the focus, and may lie under it.
    if (isUnreached) document.activeElement?.scrollIntoView({ block: 'nearest' })
  }, [isUnreached])
  if (!isUnreached) return null
  return (
    <div role="alert" className={styles.unreached}>
      <Notice tone="danger">{text}</Notice>
    </div>
  )
}

/**
 * Holds a form back until the server has answered, then lets it go the browser's own way: once, however often its button
 * is pressed meanwhile, and the button shows that it was.
 */
function watchForms(tell: (isUnreached: boolean) => void, signal: AbortSignal) {
  const released = new WeakSet<HTMLFormElement>()
  let isSending = false
  let pressed: HTMLElement | null = null
  const end = () => {
    isSending = false
    pressed?.removeAttribute('aria-disabled')
  }
  const onSubmit = async (event: SubmitEvent) => {
    const { target: form, submitter } = event
    if (!(form instanceof HTMLFormElement) || form.getAttribute('method') !== 'post') return
    // A form that a script sends, like that of a survey that is looked at.
    if (event.defaultPrevented) return
    if (released.delete(form)) return
    event.preventDefault()
    if (isSending) return
    isSending = true
    pressed = submitter
    pressed?.setAttribute('aria-disabled', 'true')
    const isReached = await isServerThere()
    tell(!isReached)
    if (!isReached) return end()
    released.add(form)
    form.requestSubmit(submitter)
    // Somebody may have stopped the browser.
    setTimeout(end, 3 * patience)
  }
  document.addEventListener('submit', onSubmit, { signal })
  // The page may come back as it was left.
  addEventListener('pageshow', end, { signal })
}

const patience = 10_000

/** Any answer will do but that of a proxy which has none. */
async function isServerThere(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(patience)
    const { status } = await fetch('/api/health/live', { cache: 'no-store', signal })
    return status < 500
  } catch {
    return false
  }
}
