import type { TextQuestion } from '@/domain/survey'
import { fill, say } from '@/lib/words'
import styles from './kiosk-answers.module.css'
import type { StepView } from './step-view'

/** A comment. Nothing of it may stay behind in the browser: no autofill, no corrections learnt. */
export function KioskText(props: {
  question: TextQuestion
  labelledBy: string
  view: StepView
  onChange: (value: string) => void
}) {
  const { question, view } = props
  const given = view.answers[question.id]
  const value = typeof given === 'string' ? given : ''
  const hintId = `${question.id}-hint`
  const left = question.maxLength - value.length
  return (
    <>
      <p className={styles.hint} id={hintId}>
        {question.hint ? say(question.hint, view.textLocale) : view.words.noNames}
      </p>
      <textarea
        className={styles.text}
        rows={2}
        maxLength={question.maxLength}
        value={value}
        onChange={(event) => props.onChange(event.target.value)}
        aria-labelledby={props.labelledBy}
        aria-describedby={hintId}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
      />
      {left < 100 && (
        <p className={styles.hint} aria-live="polite">
          {fill(view.words.charactersLeft, { n: left })}
        </p>
      )}
    </>
  )
}
