'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Wordmark } from '@/components/ui/wordmark'
import { asKnownLocale, type FaultWords, wordsOfFault } from '@/lib/fault-words'
import styles from './notice-page.module.css'

/** What people see when a page broke: whose fault it is, and a way to try again. Says nothing of the cause. */
export function Fault({ onRetry }: { onRetry: () => void }) {
  const [words, setWords] = useState<FaultWords>()
  useEffect(() => {
    const locale = asKnownLocale(document.documentElement.lang)
    void wordsOfFault(locale).then(setWords, () => undefined)
  }, [])
  return (
    <main className={styles.page} role="alert">
      <Wordmark name="Hài Lòng" href="/" />
      <h1>{words?.title}</h1>
      <p className={styles.lead}>{words?.text}</p>
      <Button onClick={onRetry}>{words?.tryAgain ?? '↻'}</Button>
    </main>
  )
}
