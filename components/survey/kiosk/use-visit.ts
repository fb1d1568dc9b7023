import { useEffect, useRef, useState } from 'react'
import type { Locale } from '@/domain/survey'
import { stepsOf } from '@/domain/visit'
import type { OfficeSurvey } from '@/lib/device-records'
import type { Body } from '@/lib/outbox-delivery'
import { dropDraft, freezeAbandoned, markAlive, putDraft } from '@/lib/outbox-drafts'
import { makeResponseId } from '@/lib/response-id'
import { outbox, submitDraft } from '../submission'
import { bodyOf, newVisit, phaseOf, type Visit } from './visit-state'

const sweepEvery = 60_000

/** The visit at this tablet, null between two people. Every answer is stored at once as a draft with its final id. */
export function useVisit(credential: string, locale: Locale) {
  const [visit, setVisit] = useState<Visit | null>(null)
  const [me] = useState(() => makeResponseId(Date.now()))
  const latest = useRef(visit)
  const show = (next: Visit | null) => {
    latest.current = next
    setVisit(next)
  }
  useSweep(me)
  const save = (next: Visit, inLocale = locale) => {
    const draft = { id: next.id, body: bodyOf(next, inLocale), owner: me, changedAt: Date.now() }
    // Where the disk refuses now, the end of the visit finds out and says so.
    void putDraft(draft).catch(() => undefined)
  }
  /** `step` -1: at the introduction. */
  const begin = (survey: OfficeSurvey, step: number) => show({ ...newVisit(survey), step })
  const answer = (survey: OfficeSurvey, id: string, value: unknown, goesOn: boolean) => {
    const now = latest.current ?? newVisit(survey)
    const answers = { ...now.answers, [id]: value }
    const isLast = now.step >= stepsOf(survey.definition, answers).length - 1
    const next = { ...now, answers, step: goesOn && !isLast ? now.step + 1 : now.step }
    show(next)
    save(next)
  }
  const go = (by: number) => {
    const now = latest.current
    if (now) show({ ...now, step: Math.max(0, now.step + by) })
  }
  const finish = async () => {
    const now = latest.current
    const body = now && (now.frozen ?? bodyOf(now, locale))
    if (!now || !body || now.phase === 'storing') return
    show({ ...now, phase: 'storing' })
    const submission = await hand(now.id, body)
    const end = phaseOf(submission)
    if (latest.current?.id === now.id) show({ ...now, frozen: body, ...end })
    else if (end.phase === 'unsafe') bringIn(now.id, body)
  }
  const hand = async (id: string, body: Body) => {
    const submission = await submitDraft(id, body, credential)
    // Sent without being stored: an earlier draft must not follow it under the same id.
    if (submission.state === 'sent') void dropDraft(id).catch(() => undefined)
    return submission
  }
  /** The person is gone: what counts is frozen, the rest is forgotten. */
  const leave = async () => {
    const now = latest.current
    show(null)
    if (now?.phase !== 'asking' && now?.phase !== 'unsafe') return
    const body = now.frozen ?? bodyOf(now, locale)
    await (body ? bringIn(now.id, body) : dropDraft(now.id).catch(() => undefined))
  }
  const bringIn = (id: string, body: Body) => outbox().bringIn(id, body, credential)
  useEnd(leave)
  const speak = (chosen: Locale) => latest.current && save(latest.current, chosen)
  return { visit, begin, answer, go, finish, leave, speak }
}

/** Staff may set the tablet anew half-way through a visit; what was tapped does not wait for the next start. */
function useEnd(leave: () => Promise<void>) {
  const last = useRef(leave)
  last.current = leave
  useEffect(() => () => void last.current(), [])
}

/** At the start, and now and then, freezes what pages that have ended left half-way. */
function useSweep(me: string) {
  useEffect(() => {
    markAlive(me)
    const sweep = async () => {
      if ((await freezeAbandoned(me, Date.now())) > 0) await outbox().flush(true)
    }
    const quietly = () => void sweep().catch(() => undefined)
    quietly()
    const rhythm = setInterval(quietly, sweepEvery)
    return () => clearInterval(rhythm)
  }, [me])
}

export type VisitWay = ReturnType<typeof useVisit>
