import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Face } from '@/components/ui/face'
import { overallLevel } from '@/domain/response'
import type { Locale, Question, SurveyDefinition } from '@/domain/survey'
import { isOneTap } from '@/domain/visit'
import { fill, say } from '@/lib/words'
import { headingOf } from '../survey-parts'
import styles from './kiosk.module.css'
import { KioskMulti, KioskSingle } from './kiosk-choices'
import { KioskScale } from './kiosk-scale'
import { KioskText } from './kiosk-text'
import { ScreenHeading } from './screen-heading'
import { ScrollCue } from './scroll-cue'
import type { StepView } from './step-view'
import { useNoDoubleTap } from './use-double-tap'

type Props = Readonly<{
  definition: SurveyDefinition
  view: StepView
  steps: readonly (readonly Question[])[]
  step: number
  isStoring: boolean
  /** Null on the start screen of a survey of one tap, where there is nothing to go back to. */
  onBack: (() => void) | null
  onAnswer: (question: Question, value: unknown, goesOn: boolean) => void
  onNext: () => void
}>

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
  const isAnswered = questions.some((one) => isGiven(view.answers[one.id]))
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
          {kiosk.answerNeeded}
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
          <Button size="large" onClick={onNext}>
            {wayOn(kiosk, isLast, isAnswered)}
          </Button>
        </div>
      )}
    </main>
  )
}

function wayOn(kiosk: StepView['words']['kiosk'], isLast: boolean, isAnswered: boolean): string {
  if (isLast) return isAnswered ? kiosk.send : kiosk.sendAsIs
  return isAnswered ? kiosk.next : kiosk.skip
}

function QuestionHeading(props: Props & { question: Question; isFirst: boolean }) {
  const { question, definition, view, isFirst } = props
  const text = headingOf(question, definition, view.answers, view.textLocale)
  const id = `k-${question.id}`
  return isFirst ? (
    <ScreenHeading id={id} lang={view.textLang} isTaken={props.onBack !== null}>
      {text}
    </ScreenHeading>
  ) : (
    <h2 id={id} lang={view.textLang}>
      {text}
    </h2>
  )
}

function QuestionInputs({ question, view, onAnswer }: Props & { question: Question }) {
  const goOn = (value: unknown) => onAnswer(question, value, true)
  const stay = (value: unknown) => onAnswer(question, value, false)
  if (question.type === 'scale5')
    return <KioskScale question={question} view={view} onChoose={goOn} />
  if (question.type === 'single')
    return <KioskSingle question={question} view={view} onChoose={goOn} />
  if (question.type === 'multi')
    return <KioskMulti question={question} view={view} onChange={stay} />
  return (
    <KioskText question={question} view={view} labelledBy={`k-${question.id}`} onChange={stay} />
  )
}

/** What was tapped, so that nobody wonders whether it was taken. */
function Rated({ definition, view }: Pick<Props, 'definition' | 'view'>) {
  const level = overallLevel(definition, view.answers)
  if (level === undefined) return null
  return (
    <p className={styles.rated}>
      <Face level={level} size="medium" />
      <span>
        {view.words.kiosk.rated} <strong lang={view.textLang}>{view.scale[level]}</strong>
      </span>
    </p>
  )
}

function Progress({ view, n, all }: { view: StepView; n: number; all: number }) {
  const text = fill(view.words.kiosk.progress, { n, all })
  return (
    <div className={styles.progress}>
      <p>{text}</p>
      <progress value={n} max={all} aria-label={text} />
    </div>
  )
}

/** Says where a translation still waits to be checked. */
export function Draft({ definition, view }: Pick<Props, 'definition' | 'view'>) {
  const isDraft = (locale: Locale) => definition.draftLocales?.includes(locale)
  return isDraft(view.textLocale) ? <p className={styles.aside}>{view.words.draftTitle}</p> : null
}

const isGiven = (value: unknown) =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
