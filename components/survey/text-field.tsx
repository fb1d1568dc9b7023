import { cleanText } from '@/domain/answer'
import { fieldName } from '@/domain/form-fields'
import type { TextQuestion } from '@/domain/survey'
import { fill } from '@/lib/words'
import styles from './field.module.css'
import { type FormView, firstInputId } from './form-view'

/** A comment with the number of characters left. */
export function TextField(props: {
  question: TextQuestion
  view: FormView
  describedBy: string
  hasProblem: boolean
}) {
  const { question, view } = props
  const id = firstInputId(question.id)
  const kept = view.kept[question.id]
  return (
    <div className={styles.write}>
      <textarea
        {...view.register(fieldName(question.id))}
        id={id}
        rows={4}
        className={styles.text}
        defaultValue={typeof kept === 'string' ? kept : undefined}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${props.describedBy} ${id}-count`}
        aria-invalid={props.hasProblem || undefined}
      />
      <CharacterCount id={`${id}-count`} question={question} view={view} />
    </div>
  )
}

function CharacterCount(props: { id: string; question: TextQuestion; view: FormView }) {
  const { question, view } = props
  const value = view.fields[question.id]
  const used = typeof value === 'string' ? cleanText(value, question.maxLength).length : 0
  const left = question.maxLength - used
  const sentence = left < 0 ? view.words.citizen.charactersOver : view.words.citizen.charactersLeft
  // Spoken only near the end: a count after every letter would drown the letters.
  const isNear = left < 50
  return (
    <p
      id={props.id}
      className={`${styles.count} ${left < 0 ? styles.problem : ''}`}
      aria-live={isNear ? 'polite' : 'off'}
    >
      {fill(sentence, { n: Math.abs(left) })}
    </p>
  )
}
