import { Face, levelsBestFirst } from '@/components/ui/face'
import type { ScaleQuestion } from '@/domain/survey'
import { say } from '@/lib/words'
import styles from './kiosk-answers.module.css'
import type { StepView } from './step-view'

/** Five faces with their words, one size, each a button that answers and goes on; nothing preselected. */
export function KioskScale(props: {
  question: ScaleQuestion
  view: StepView
  onChoose: (value: unknown) => void
}) {
  const { question, view, onChoose } = props
  const given = view.answers[question.id]
  return (
    <div className={styles.scale}>
      <div className={styles.levels}>
        {levelsBestFirst.map((level) => (
          <button
            key={level}
            type="button"
            className={styles.level}
            aria-pressed={given === level}
            onClick={() => onChoose(level)}
          >
            <span className={styles.face}>
              <Face level={level} size="whole" />
            </span>
            <span className={styles.word} lang={view.textLang}>
              {view.words.scale[level]}
            </span>
          </button>
        ))}
      </div>
      {question.notApplicable && (
        <button
          type="button"
          className={styles.row}
          aria-pressed={given === 'na'}
          onClick={() => onChoose('na')}
          lang={view.textLang}
        >
          {say(question.notApplicable, view.textLocale)}
        </button>
      )}
    </div>
  )
}
