'use client'

import { useEffect, useRef, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { toAnswers } from '@/domain/form-fields'
import type { ParsedAnswers } from '@/domain/response'
import type { Question } from '@/domain/survey'
import type { FormProps, KeptForm, Unstored } from './form-props'
import { problemsIn } from './form-resolver'
import type { FormView } from './form-view'
import { summaryItems } from './problem-summary'
import { Questions } from './questions'
import { SubmitPart } from './submit-part'
import styles from './survey.module.css'
import { SurveyIntro } from './survey-intro'
import { formId, headingOf, hiddenFields } from './survey-parts'
import { useSurveyForm } from './use-survey-form'
import type { FormProblem } from './words'

/** The citizen's form: a plain HTML form that posts by itself, and more once it is alive. */
export function SurveyForm(props: FormProps) {
  const { version, channel, kept, words, textLocale } = props
  const { definition } = version
  const [problems, setProblems] = useState(kept.problems)
  const [unstored, setUnstored] = useState<Unstored>()
  const summary = useRef<HTMLDivElement>(null)
  const isBusy = useRef(false)
  const { register, control, handleSubmit, formState } = useSurveyForm(props)
  const watched = useWatch({ control, name: 'answers' })
  const fields = props.isAlive ? watched : kept.fields
  const answers = toAnswers(definition, fields)
  const view: FormView = {
    words,
    scale: props.textWords.scale,
    textLocale,
    textLang: textLocale === props.locale ? undefined : textLocale,
    register,
    fields,
    kept: kept.fields,
  }
  const headingFor = (question: Question) => headingOf(question, definition, answers, textLocale)
  const announceProblems = (found: readonly FormProblem[]) => {
    setProblems(found)
    props.onProblems(found)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: every failed sending takes focus to the summary
  useEffect(() => summary.current?.focus(), [problems, unstored])
  const send = async (parsed: ParsedAnswers) => {
    if (isBusy.current) return
    isBusy.current = true
    announceProblems([])
    setUnstored(
      await props.onAnswers(parsed).finally(() => {
        isBusy.current = false
      }),
    )
  }
  return (
    <>
      {problems.length > 0 && (
        <div className={styles.summary}>
          <ErrorSummary
            ref={summary}
            title={words.citizen.errorTitle}
            items={summaryItems(problems, definition, words, headingFor)}
          />
        </div>
      )}
      <SurveyIntro {...props} definition={definition} textLang={view.textLang} />
      <form
        id={formId}
        className={styles.form}
        method="post"
        action={`/s/${props.door}/send`}
        autoComplete="off"
        noValidate
        onSubmit={handleSubmit(send, (errors) => announceProblems(problemsIn(errors)))}
      >
        <input type="hidden" name={hiddenFields.id} value={kept.id} readOnly />
        <input type="hidden" name={hiddenFields.version} value={version.id} readOnly />
        <input type="hidden" name={hiddenFields.startedAt} value={kept.startedAt} readOnly />
        <input type="hidden" name={hiddenFields.locale} value={textLocale} readOnly />
        <Questions
          definition={definition}
          channel={channel}
          answers={answers}
          view={view}
          isAlive={props.isAlive}
          problems={problems}
          headingFor={headingFor}
        />
        {unstored && (
          <div ref={summary} tabIndex={-1} role="alert">
            <Notice tone="danger" title={unstored.title}>
              {unstored.text}
            </Notice>
          </div>
        )}
        <SubmitPart {...props} isSending={formState.isSubmitting} mayRestart={isKept(kept)} />
      </form>
    </>
  )
}

const isKept = (kept: KeptForm) => Object.keys(kept.fields).length > 0
