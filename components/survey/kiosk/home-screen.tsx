import { Button } from '@/components/ui/button'
import { sayHowMany } from '@/domain/asked-questions'
import type { SurveyDefinition } from '@/domain/survey'
import { questionsFor } from '@/domain/survey'
import { isOneTap } from '@/domain/visit'
import type { OfficeSurvey } from '@/lib/device-records'
import { fill, say } from '@/lib/words'
import ownStyles from './home-screen.module.css'
import styles from './kiosk.module.css'
import { ScreenHeading } from './screen-heading'
import { Draft } from './step-screen'
import type { StepView } from './step-view'

/** The start of a desk with several surveys: one large button each. */
export function ChooserScreen(props: {
  surveys: readonly OfficeSurvey[]
  view: StepView
  onChoose: (survey: OfficeSurvey) => void
}) {
  const { view } = props
  const { kiosk } = view.words
  if (props.surveys.length === 0) {
    return (
      <main className={`${styles.screen} ${styles.middle}`}>
        <ScreenHeading isTaken={false}>{kiosk.noSurvey}</ScreenHeading>
      </main>
    )
  }
  return (
    <main className={styles.screen}>
      <ScreenHeading isTaken={false}>{kiosk.chooseTitle}</ScreenHeading>
      <ul className={ownStyles.choices}>
        {props.surveys.map((survey) => (
          <li key={survey.door}>
            <button
              type="button"
              className={ownStyles.choice}
              onClick={() => props.onChoose(survey)}
            >
              <strong lang={survey.locales.includes(view.textLocale) ? view.textLang : 'vi'}>
                {say(survey.definition.title, view.textLocale)}
              </strong>
              <span>{lengthOf(survey.definition, view.words)}</span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  )
}

/** The start of one longer survey: what it is and one way in. */
export function IntroScreen(props: {
  definition: SurveyDefinition
  view: StepView
  /** Null where there is nothing to go back to. */
  onBack: (() => void) | null
  onBegin: () => void
}) {
  const { definition, view } = props
  const { kiosk } = view.words
  return (
    <main className={`${styles.screen} ${styles.middle}`}>
      <ScreenHeading lang={view.textLang} isTaken={props.onBack !== null}>
        {say(definition.title, view.textLocale)}
      </ScreenHeading>
      {definition.intro && (
        <p className={styles.lead} lang={view.textLang}>
          {say(definition.intro, view.textLocale)}
        </p>
      )}
      <p>{lengthOf(definition, view.words)}</p>
      {definition.printedNote && (
        <p className={styles.aside} lang="vi">
          {say(definition.printedNote, 'vi')}
        </p>
      )}
      <Draft definition={definition} view={view} />
      <div className={styles.ways}>
        {props.onBack && (
          <Button size="large" look="quiet" onClick={props.onBack}>
            {kiosk.back}
          </Button>
        )}
        <Button size="large" onClick={props.onBegin}>
          {kiosk.begin}
        </Button>
      </div>
    </main>
  )
}

function lengthOf(definition: SurveyDefinition, words: StepView['words']): string {
  if (isOneTap(definition)) return words.kiosk.oneTap
  return fill(words.questions, { n: sayHowMany(questionsFor(definition, 'kiosk')) })
}
