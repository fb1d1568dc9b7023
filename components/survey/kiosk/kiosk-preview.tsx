'use client'

import { useState } from 'react'
import type { Locale, SurveyDefinition } from '@/domain/survey'
import { isOneTap, stepsOf } from '@/domain/visit'
import { ThanksScreen } from './end-screens'
import { IntroScreen } from './home-screen'
import styles from './kiosk.module.css'
import type { KioskWords } from './kiosk-words'
import { StepScreen } from './step-screen'
import type { StepView } from './step-view'

type State = Readonly<{ answers: StepView['answers']; step: number; isDone: boolean }>

/** The tablet's screens of a survey, for officials to try: nothing is stored or sent. */
export function KioskPreview(props: {
  definition: SurveyDefinition
  words: KioskWords
  locale: Locale
}) {
  const { definition, words, locale } = props
  const start: State = { answers: {}, step: isOneTap(definition) ? 0 : -1, isDone: false }
  const [state, setState] = useState(start)
  const { answers, isDone } = state
  const view: StepView = { words, textLocale: locale, textLang: undefined, answers }
  const steps = stepsOf(definition, answers)
  const step = Math.min(state.step, steps.length - 1)
  const goTo = (to: number) => setState({ ...state, step: to, isDone: to >= steps.length })
  const restart = () => setState(start)
  return (
    <div className={styles.kiosk}>
      {isDone ? (
        <ThanksScreen definition={definition} view={view} safety="delivered" onDone={restart} />
      ) : step < 0 ? (
        <IntroScreen definition={definition} view={view} onBack={null} onBegin={() => goTo(0)} />
      ) : (
        <StepScreen
          key={step}
          definition={definition}
          view={view}
          steps={steps}
          step={step}
          isStoring={false}
          onBack={step === 0 ? null : () => goTo(step - 1)}
          onAnswer={({ id }, value, goesOn) =>
            setState({
              ...state,
              answers: { ...answers, [id]: value },
              step: goesOn ? Math.min(step + 1, steps.length - 1) : step,
            })
          }
          onNext={() => goTo(step + 1)}
        />
      )}
    </div>
  )
}
