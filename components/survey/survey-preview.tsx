'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useIsLive } from '@/components/ui/use-live'
import type { Locale, SurveyVersion } from '@/domain/survey'
import type { KeptForm } from './form-props'
import { SurveyForm } from './survey-form'
import type { Words } from './words'

const nothingKept: KeptForm = { id: '', startedAt: 0, fields: {}, problems: [] }

/** The form of a link as a citizen sees it, for officials to try: it leads to no door, and sends nothing. */
export function SurveyPreview(props: {
  version: SurveyVersion
  months: number
  words: Words
  locale: Locale
  done: Readonly<{ title: string; text: string; again: string }>
}) {
  const { done, ...form } = props
  const [round, setRound] = useState(0)
  const [isDone, setIsDone] = useState(false)
  const isAlive = useIsLive()
  const onAnswers = async () => {
    setIsDone(true)
    return undefined
  }
  const onAgain = () => {
    setIsDone(false)
    setRound((n) => n + 1)
  }
  if (isDone) {
    return (
      <div role="status">
        <Notice title={done.title}>
          <p>{done.text}</p>
          <Button onClick={onAgain}>{done.again}</Button>
        </Notice>
      </div>
    )
  }
  return (
    <SurveyForm
      {...form}
      key={round}
      textWords={form.words}
      textLocale={form.locale}
      channel="link"
      door=""
      place=""
      kept={nothingKept}
      isAlive={isAlive}
      onAnswers={onAnswers}
      onProblems={() => undefined}
    />
  )
}
