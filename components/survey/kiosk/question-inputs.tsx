import { Face } from '@/components/ui/face'
import { overallLevel } from '@/domain/response'
import type { Question, SurveyDefinition } from '@/domain/survey'
import { headingOf } from '../survey-parts'
import { KioskMulti, KioskSingle } from './kiosk-choices'
import { KioskScale } from './kiosk-scale'
import { KioskText } from './kiosk-text'
import { ScreenHeading } from './screen-heading'
import styles from './step-screen.module.css'
import type { StepView } from './step-view'

export type Props = Readonly<{
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

/** The question, said to screen readers as soon as it comes. */
export function QuestionHeading(props: Props & { question: Question; isFirst: boolean }) {
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

/** What can be tapped or typed for an answer. */
export function QuestionInputs({ question, view, onAnswer }: Props & { question: Question }) {
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
export function Rated({ definition, view }: Pick<Props, 'definition' | 'view'>) {
  const level = overallLevel(definition, view.answers)
  if (level === undefined) return null
  return (
    <p className={styles.rated}>
      <Face level={level} size="medium" />
      <span>
        {view.words.kiosk.rated} <strong lang={view.textLang}>{view.words.scale[level]}</strong>
      </span>
    </p>
  )
}
