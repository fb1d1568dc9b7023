import { Face, levelsBestFirst } from '@/components/ui/face'
import type { ScaleQuestion } from '@/domain/survey'
import { say } from '@/lib/words'
import { Choice } from './choice'
import styles from './field.module.css'
import type { FormView } from './form-view'

/** Five levels, best first, each a radio with its face and its word, all of one size; nothing preselected. */
export function ScaleField({ question, view }: { question: ScaleQuestion; view: FormView }) {
  const isOverall = question.role === 'overall'
  return (
    <div className={styles.scale}>
      <div className={`${styles.levels} ${isOverall ? styles.overall : ''}`}>
        {levelsBestFirst.map((level) => (
          <Choice
            key={level}
            view={view}
            questionId={question.id}
            type="radio"
            value={String(level)}
            isFirst={level === levelsBestFirst[0]}
            className={styles.level}
          >
            <span className={styles.face}>
              <Face level={level} size="large" />
            </span>
            <span className={styles.word} lang={view.textLang}>
              {view.scale[level]}
            </span>
          </Choice>
        ))}
      </div>
      {question.notApplicable && (
        <Choice
          view={view}
          questionId={question.id}
          type="radio"
          value="na"
          isFirst={false}
          className={`${styles.row} ${styles.notApplicable}`}
        >
          <span lang={view.textLang}>{say(question.notApplicable, view.textLocale)}</span>
        </Choice>
      )}
    </div>
  )
}
