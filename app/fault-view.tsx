'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Wordmark } from '@/components/ui/wordmark'
import { asKnownLocale, wordsOfFault } from '@/lib/fault-words'
import type { Messages } from '@/lib/i18n'
import styles from './notice-page.module.css'

/** What people see when a page broke: whose fault it is, and a way to try again. Says nothing of the cause. */
export function Fault({ onRetry }: { onRetry: () => void }) {
  const [words, setWords] = useState<Messages['errors']>()
  useEffect(() => {
    const locale = asKnownLocale(document.documentElement.lang)
    void wordsOfFault(locale).then(setWords, () => undefined)
  }, [])
  return (
    <main className={styles.page} role="alert">
      <Wordmark name="Hài Lòng" href="/" />
      <h1>{words?.faultTitle}</h1>
      <p className={styles.lead}>{words?.faultText}</p>
      <Button onClick={onRetry}>{words?.tryAgain ?? '↻'}</Button>
    </main>
  )
}
