'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { DoneMark } from '@/components/ui/done-mark'
import { Notice } from '@/components/ui/notice'
import type { ParsedAnswers } from '@/domain/response'
import type { Locale, SurveyDefinition } from '@/domain/survey'
import { fill, say } from '@/lib/words'
import styles from './survey.module.css'
import { useTitle } from './use-page'
import { useWhere, type Where } from './use-where'
import type { Words } from './words'

/** Thanks, with one honest line about where the answers are now. */
export function ThanksView(props: {
  definition: SurveyDefinition
  words: Words
  textLocale: Locale
  id: string
  answers: ParsedAnswers
  /** The server confirmed it already, without the queue. */
  isSent: boolean
  onAnother: () => void
}) {
  const { definition, words, textLocale } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const where = useWhere(props.id, props.isSent)
  useEffect(() => heading.current?.focus(), [])
  const isRefused = typeof where === 'object'
  const title = isRefused
    ? words.thanks.refusedTitle
    : definition.thanks
      ? say(definition.thanks, textLocale)
      : words.thanks.title
  useTitle(`${title} · ${words.app.name}`)
  return (
    <div className={styles.thanks}>
      {!isRefused && <DoneMark />}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {!isRefused && <p className={styles.lead}>{words.thanks.text}</p>}
      <div role="status">
        <StatusLine where={where} words={words} />
      </div>
      {isRefused && <Written {...props} />}
      <Button look="quiet" onClick={props.onAnother}>
        {words.citizen.freshForm}
      </Button>
    </div>
  )
}

/** What a person wrote is theirs: of a response that nobody takes they have it back. */
function Written(props: { definition: SurveyDefinition; answers: ParsedAnswers; words: Words }) {
  const written = props.definition.questions.filter(
    ({ id, type }) => type === 'text' && props.answers[id],
  )
  if (written.length === 0) return null
  return (
    <section className={styles.written}>
      <h2>{props.words.citizen.written}</h2>
      {written.map(({ id }) => (
        <blockquote key={id}>{String(props.answers[id])}</blockquote>
      ))}
    </section>
  )
}

function StatusLine({ where, words: { thanks } }: { where: Where; words: Words }) {
  if (where === 'sent') return <p className={styles.sent}>{thanks.sent}</p>
  if (where === 'sending') return <p className={styles.waiting}>{thanks.sending}</p>
  if (where === 'stored') {
    return (
      <Notice tone="caution" title={thanks.stored}>
        {thanks.storedHint}
      </Notice>
    )
  }
  const reason = where.reasons.join(' ') || thanks.refusedUnknown
  return <Notice tone="danger">{fill(thanks.refused, { reason })}</Notice>
}
