import type { MultiQuestion, SingleQuestion } from '@/domain/survey'
import { say } from '@/lib/words'
import { Choice } from './choice'
import styles from './field.module.css'
import type { FormView } from './form-view'

/** Options as radios (one answer) or checkboxes (several). */
export function ChoiceField(props: { question: SingleQuestion | MultiQuestion; view: FormView }) {
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
