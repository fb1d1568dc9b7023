import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Locale } from '@/domain/survey'
import { isOneTap } from '@/domain/visit'
import { fill, say } from '@/lib/words'
import styles from './kiosk.module.css'
import { type Props, QuestionHeading, QuestionInputs, Rated } from './question-inputs'
import { ScrollCue } from './scroll-cue'
import stepStyles from './step-screen.module.css'
import type { StepView } from './step-view'
import { useNoDoubleTap } from './use-double-tap'

/** One screen of questions, with the ways back and on. */
export function StepScreen(props: Props) {
  const { definition, view, steps, step } = props
  const { kiosk } = view.words
  const questions = steps[step] ?? []
  const [first] = questions
  useNoDoubleTap()
  const [isMissing, setIsMissing] = useState(false)
  const isLast = step >= steps.length - 1
  const needed = questions.find((one) => one.required && view.answers[one.id] === undefined)
  // What cannot be left out is not offered to be skipped.
  const goesOn = needed !== undefined || questions.some((one) => isGiven(view.answers[one.id]))
  const isTapAlone = step === 0 && isOneTap(definition)
  const onNext = () => {
    setIsMissing(needed !== undefined)
    if (!needed) props.onNext()
  }
  if (!first) return null
  return (
    <main className={`${styles.screen} ${isTapAlone ? styles.tap : ''}`}>
      {!isOneTap(definition) && <Progress view={view} n={step + 1} all={steps.length} />}
      {isOneTap(definition) && !isTapAlone && <Rated definition={definition} view={view} />}
      {questions.map((question, place) => (
        <section key={question.id} className={styles.question} aria-labelledby={`k-${question.id}`}>
          <QuestionHeading question={question} isFirst={place === 0} {...props} />
          {isTapAlone && definition.intro && (
            <p className={styles.lead} lang={view.textLang}>
              {say(definition.intro, view.textLocale)}
            </p>
          )}
          <QuestionInputs question={question} {...props} />
        </section>
      ))}
      {isMissing && needed && (
        <p role="alert" className={styles.problem}>
          {view.words.answerNeeded}
        </p>
      )}
      {props.isStoring && (
        <p role="status" className={styles.late}>
          {kiosk.storing}
        </p>
      )}
      {isTapAlone ? (
        <Draft definition={definition} view={view} />
      ) : (
        <div className={styles.ways} data-ways="">
          {props.onBack && (
            <Button size="large" look="quiet" onClick={props.onBack}>
              {kiosk.back}
            </Button>
          )}
          <ScrollCue key={first.id} label={kiosk.moreBelow} />
          <Button size="large" look={isLast || goesOn ? 'main' : 'quiet'} onClick={onNext}>
            {wayOn(view.words, isLast, goesOn)}
          </Button>
        </div>
      )}
    </main>
  )
}

/** Which step this is, of how many. */
function Progress({ view, n, all }: { view: StepView; n: number; all: number }) {
  const text = fill(view.words.kiosk.progress, { n, all })
  return (
    <div className={stepStyles.progress}>
      <p>{text}</p>
      <progress value={n} max={all} aria-label={text} />
    </div>
  )
}

function wayOn({ kiosk, next }: StepView['words'], isLast: boolean, goesOn: boolean): string {
  if (isLast) return goesOn ? kiosk.send : kiosk.sendAsIs
  return goesOn ? next : kiosk.skip
}

/** Says where a translation still waits to be checked. */
export function Draft({ definition, view }: Pick<Props, 'definition' | 'view'>) {
  const isDraft = (locale: Locale) => definition.draftLocales?.includes(locale)
  return isDraft(view.textLocale) ? <p className={styles.aside}>{view.words.draftTitle}</p> : null
}

const isGiven = (value: unknown) =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
