'use client'

import { useState } from 'react'
import { PageFrame } from '@/components/ui/page-frame'
import { useIsLive } from '@/components/ui/use-live'
import type { ParsedAnswers } from '@/domain/response'
import type { Locale } from '@/domain/survey'
import { say } from '@/lib/words'
import type { FormProps, KeptForm, Unstored } from './form-props'
import { LanguageButtons } from './language-buttons'
import type { Submission } from './submission'
import { SurveyForm } from './survey-form'
import { ThanksView } from './thanks-view'
import { useLocale, useTitle } from './use-page'
import { useRound } from './use-round'
import type { Words, WordsByLocale } from './words'

type Props = Pick<FormProps, 'door' | 'channel' | 'version' | 'place' | 'months'> &
  Readonly<{
    locale: Locale
    /** Languages in which the survey's texts are complete. */
    complete: readonly Locale[]
    wordsBy: WordsByLocale
    kept: KeptForm
  }>

/** The whole page of a survey by link or QR code: the form, then thanks, in every language it has. */
export function SurveyScreen(props: Props) {
  const { version, wordsBy } = props
  const [locale, choose] = useLocale(props.locale)
  const [hasProblems, setHasProblems] = useState(props.kept.problems.length > 0)
  const isAlive = useIsLive()
  const way = useRound({ door: props.door, versionId: version.id, kept: props.kept })
  const words = wordsBy[locale] ?? wordsBy.vi
  const textLocale = props.complete.includes(locale) ? locale : 'vi'
  const prefix = hasProblems ? words.citizen.errorPrefix : ''
  const title = `${prefix}${say(version.definition.title, textLocale)} · ${words.app.name}`
  useTitle(way.isDone ? undefined : title)
  const onAnswers = async (answers: ParsedAnswers) =>
    unstoredNotice(await way.submit(answers, textLocale), words)
  const texts = { words, locale, textLocale, textWords: wordsBy[textLocale] ?? wordsBy.vi }
  return (
    <PageFrame
      name={words.app.name}
      homeHref="/"
      skipLabel={words.app.skip}
      tools={
        <LanguageButtons
          label={words.language.label}
          current={locale}
          offered={[...props.complete, props.locale]}
          onChoose={choose}
        />
      }
      foot={<p>{words.citizen.foot}</p>}
    >
      {way.isDone ? (
        <ThanksView
          {...texts}
          definition={version.definition}
          id={way.round.id}
          answers={way.answers ?? {}}
          isSent={way.submission?.state === 'sent'}
          onAnother={way.startAnew}
        />
      ) : (
        <SurveyForm
          {...props}
          {...texts}
          key={way.round.id}
          kept={way.round}
          isAlive={isAlive}
          onAnswers={onAnswers}
          onProblems={(problems) => setHasProblems(problems.length > 0)}
        />
      )}
    </PageFrame>
  )
}

function unstoredNotice(submission: Submission, { citizen }: Words): Unstored | undefined {
  if (submission.state === 'unsent') return { title: citizen.unsentTitle, text: citizen.unsentText }
  if (submission.state !== 'refused') return undefined
  return { title: citizen.refusedTitle, text: submission.reasons.join(' ') }
}
