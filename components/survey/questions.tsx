import type { Channel } from '@/domain/door'
import type { Question, SurveyDefinition } from '@/domain/survey'
import { say } from '@/lib/words'
import type { FormView } from './form-view'
import { problemSentence } from './problem-summary'
import { QuestionField } from './question-field'
import styles from './survey.module.css'
import { askedParts, onlyIfOf, type Part, partsOf } from './survey-parts'
import type { FormProblem } from './words'

type Props = Readonly<{
  definition: SurveyDefinition
  channel: Channel
  answers: Readonly<Record<string, unknown>>
  view: FormView
  isAlive: boolean
  problems: readonly FormProblem[]
  headingFor: (question: Question) => string
}>

/** All questions under their headings. Where conditions work, only those that are asked. */
export function Questions(props: Props) {
  const parts = partsOf(props.definition, props.channel)
  const shown = props.isAlive ? askedParts(parts, props.answers, props.channel) : parts
  return shown.map((part) => (
    <PartOfForm key={part.section?.id ?? part.questions[0]?.id} part={part} {...props} />
  ))
}

function PartOfForm({ part, ...props }: Props & { part: Part }) {
  const { view } = props
  const waits = (question: Question) => !props.isAlive && question.showIf !== undefined
  return (
    <div className={`${styles.part} ${part.questions.every(waits) ? styles.waits : ''}`}>
      {part.section && (
        <h2 className={styles.section} lang={view.textLang}>
          {say(part.section.title, view.textLocale)}
        </h2>
      )}
      {part.questions.map((question) => (
        <div key={question.id} className={waits(question) ? styles.waits : undefined}>
          <QuestionInForm question={question} {...props} />
        </div>
      ))}
    </div>
  )
}

function QuestionInForm({ question, ...props }: Props & { question: Question }) {
  const { view, definition } = props
  const problem = props.problems.find(({ field }) => field === question.id)
  return (
    <QuestionField
      question={question}
      view={view}
      heading={props.headingFor(question)}
      problem={problem && problemSentence(problem, question, view.words)}
      onlyIf={
        props.isAlive ? undefined : onlyIfOf(question, definition, view.words, view.textLocale)
      }
    />
  )
}
