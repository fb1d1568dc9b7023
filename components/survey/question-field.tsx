import type { MultiQuestion, Question, SingleQuestion } from '@/domain/survey'
import { fill, say } from '@/lib/words'
import { Choice } from './choice'
import styles from './field.module.css'
import { type FormView, firstInputId } from './form-view'
import { ScaleField } from './scale-field'
import { TextField } from './text-field'

type Props = Readonly<{
  question: Question
  view: FormView
  /** The question as it is put now; it can adapt to the level. */
  heading: string
  problem: string | undefined
  /** Who should answer, for a page on which conditions do not work by themselves. */
  onlyIf: string | undefined
}>

/** One question: what is asked, hint, error, then the inputs. */
export function QuestionField({ question, view, heading, problem, onlyIf }: Props) {
  const id = firstInputId(question.id)
  const hints = hintsOf(question, view)
  const isMain = question.role === 'overall'
  const count = question.type === 'multi' ? countOf(question, view, problem) : undefined
  const parts = [
    onlyIf && 'onlyif',
    hints.length > 0 && 'hint',
    count && 'count',
    problem && 'problem',
  ]
  const describedBy = parts.filter(Boolean).map((part) => `${id}-${part}`)
  const group = describedBy.length > 0 ? { 'aria-describedby': describedBy.join(' ') } : {}
  return (
    <fieldset className={`${styles.question} ${problem ? styles.wrong : ''}`} {...group}>
      <legend className={`${styles.legend} ${isMain ? styles.main : ''}`} id={`${id}-label`}>
        <span lang={view.textLang}>{heading}</span>
        {question.required && (
          <span className={styles.required}>{view.words.citizen.required}</span>
        )}
      </legend>
      {onlyIf && (
        <p className={styles.hint} id={`${id}-onlyif`}>
          {onlyIf}
        </p>
      )}
      {hints.length > 0 && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hints.join(' ')}
        </p>
      )}
      {count && (
        <p
          className={`${styles.chosen} ${count.isTooMany ? styles.problem : styles.hint}`}
          id={`${id}-count`}
          role="status"
        >
          {count.text}
        </p>
      )}
      {problem && (
        <p className={styles.problem} id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {question.type === 'scale5' && <ScaleField question={question} view={view} />}
      {(question.type === 'single' || question.type === 'multi') && (
        <ChoiceField question={question} view={view} />
      )}
      {question.type === 'text' && (
        <TextField
          question={question}
          view={view}
          describedBy={describedBy.join(' ')}
          hasProblem={problem !== undefined}
        />
      )}
    </fieldset>
  )
}

function hintsOf(question: Question, { words, textLocale }: FormView): string[] {
  if (question.hint) return [say(question.hint, textLocale)]
  return question.type === 'text' ? [words.citizen.noNames] : []
}

/** How many are chosen; of one too many it says so at once, where no problem says it already. */
function countOf(question: MultiQuestion, view: FormView, problem: string | undefined) {
  const { citizen } = view.words
  const n = [view.fields[question.id] || []].flat().length
  const isTooMany = n > question.max && !problem
  const sentence = isTooMany ? citizen.problems.tooMany : n > 0 ? citizen.chosen : citizen.upTo
  return { text: fill(sentence, { n, max: question.max }), isTooMany }
}

/** Options as radios (one answer) or checkboxes (several). */
function ChoiceField(props: { question: SingleQuestion | MultiQuestion; view: FormView }) {
  const { question, view } = props
  const isLong = question.options.length > 5
  return (
    <div className={`${styles.rows} ${isLong ? styles.columns : ''}`}>
      {question.options.map((option, place) => (
        <Choice
          key={option.id}
          view={view}
          questionId={question.id}
          type={question.type === 'multi' ? 'checkbox' : 'radio'}
          value={option.id}
          isFirst={place === 0}
          className={styles.row}
        >
          <span lang={view.textLang}>{say(option.text, view.textLocale)}</span>
        </Choice>
      ))}
    </div>
  )
}
