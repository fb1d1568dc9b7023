import { useEffect, useRef, useState } from 'react'
import type { ParsedAnswers } from '@/domain/response'
import type { Locale } from '@/domain/survey'
import type { Body } from '@/lib/outbox-delivery'
import { makeResponseId } from '@/lib/response-id'
import type { KeptForm } from './form-props'
import { outbox, type Submission, submitResponse } from './submission'

type Source = Readonly<{ door: string; versionId: string; kept: KeptForm }>

/**
 * One person's way through the form: an id from opening to thanks, then a fresh one for the next. `isDone` is
 * true only when the answers are on the disk or with the server.
 */
export function useRound(source: Source) {
  const [round, setRound] = useState(source.kept)
  const [submission, setSubmission] = useState<Submission>()
  const [answers, setAnswers] = useState<ParsedAnswers>()
  const freeze = useFreezer(source, round.id)
  const isDone = submission?.state === 'queued' || submission?.state === 'sent'
  const startAnew = () => {
    const now = Date.now()
    setRound({ id: makeResponseId(now), startedAt: now, fields: {}, problems: [] })
    setSubmission(undefined)
    setAnswers(undefined)
    scrollTo(0, 0)
  }
  const submit = async (answers: ParsedAnswers, locale: Locale): Promise<Submission> => {
    const outcome = await submitResponse(round.id, freeze(answers, locale))
    setSubmission(outcome)
    setAnswers(answers)
    return outcome
  }
  useEffect(() => outbox().start(), [])
  useDroppedDraft(source)
  useFreshStartOnReturn(isDone, startAnew)
  return { round, submission, answers, isDone, submit, startAnew }
}

/** Makes the body of a response; the same answers again give the same body, since one id has one content. */
function useFreezer({ door, versionId }: Source, id: string) {
  const startedAt = useRef(0)
  const last = useRef<Readonly<{ key: string; body: Body }>>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form of a new id opens now, by the device's clock
  useEffect(() => {
    startedAt.current = Date.now()
  }, [id])
  return (answers: ParsedAnswers, locale: Locale): Body => {
    const key = JSON.stringify([id, locale, answers])
    if (last.current?.key === key) return last.current.body
    const content = { id, surveyVersionId: versionId, door, answers, locale }
    const body = { ...content, startedAt: startedAt.current, answeredAt: Date.now() }
    last.current = { key, body }
    return body
  }
}

/** What the server kept for a page without scripts is in the living form now, and must not meet the next person. */
function useDroppedDraft({ door, kept }: Source) {
  const hasDraft = Object.keys(kept.fields).length > 0
  useEffect(() => {
    if (!hasDraft) return
    const body = new URLSearchParams({ fresh: '1' })
    // Without an answer the draft goes by itself, a quarter of an hour after it was kept.
    fetch(`/s/${door}/send`, { method: 'POST', body, redirect: 'manual' }).catch(() => undefined)
  }, [door, hasDraft])
}

/** Coming back to a page that the browser had kept must not show what was sent from it. */
function useFreshStartOnReturn(isDone: boolean, startAnew: () => void) {
  const latest = useRef({ isDone, startAnew })
  latest.current = { isDone, startAnew }
  useEffect(() => {
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted && latest.current.isDone) latest.current.startAnew()
    }
    addEventListener('pageshow', onShow)
    return () => removeEventListener('pageshow', onShow)
  }, [])
}
