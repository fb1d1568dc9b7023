import { useState } from 'react'
import type { MultiQuestion, SingleQuestion } from '@/domain/survey'
import { fill, say } from '@/lib/words'
import styles from './kiosk-answers.module.css'
import type { StepView } from './step-view'

/** One choice that answers and goes on. */
export function KioskSingle(props: {
  question: SingleQuestion
  view: StepView
  onChoose: (value: unknown) => void
}) {
  const { question, view, onChoose } = props
  return (
    <div className={styles.rows}>
      {question.options.map((option) => (
        <button
          key={option.id}
          type="button"
          className={styles.row}
          aria-pressed={view.answers[question.id] === option.id}
          onClick={() => onChoose(option.id)}
          lang={view.textLang}
        >
          {say(option.text, view.textLocale)}
        </button>
      ))}
    </div>
  )
}

/** Several choices, up to the survey's limit; then those left are out of reach until one is taken back, and it says so. */
export function KioskMulti(props: {
  question: MultiQuestion
  view: StepView
  onChange: (value: readonly string[]) => void
}) {
  const { question, view, onChange } = props
  const given = view.answers[question.id]
  const chosen: readonly unknown[] = Array.isArray(given) ? given : []
  const isFull = chosen.length >= question.max
  const params = { n: chosen.length, max: question.max }
  const { kiosk, chosen: chosenOf } = view.words
  const sentence = isFull ? kiosk.full : chosen.length > 0 ? chosenOf : kiosk.upTo
  const [isTooMany, setIsTooMany] = useState(false)
  const toggle = (id: string) => {
    const isChosen = chosen.includes(id)
    setIsTooMany(isFull && !isChosen)
    if (isFull && !isChosen) return
    const order = question.options.map((option) => option.id)
    onChange(order.filter((one) => (one === id ? !isChosen : chosen.includes(one))))
  }
  return (
    <>
      <p
        className={`${styles.hint} ${styles.count}`}
        data-wrong={isTooMany || undefined}
        role="status"
      >
        {fill(sentence, params)}
      </p>
      <div className={styles.rows}>
        {question.options.map((option) => (
          <button
            key={option.id}
            type="button"
            className={styles.row}
            aria-pressed={chosen.includes(option.id)}
            aria-disabled={(isFull && !chosen.includes(option.id)) || undefined}
            onClick={() => toggle(option.id)}
            lang={view.textLang}
          >
            {say(option.text, view.textLocale)}
          </button>
        ))}
      </div>
    </>
  )
}
