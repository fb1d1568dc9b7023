import { Notice } from '@/components/ui/notice'
import type { Locale, SurveyDefinition } from '@/domain/survey'
import { say } from '@/lib/words'
import styles from './survey.module.css'
import type { Words } from './words'

/** What stands above the questions: title, whose desk, introduction, and notes about the texts. */
export function SurveyIntro(props: {
  definition: SurveyDefinition
  words: Words
  locale: Locale
  textLocale: Locale
  textLang: Locale | undefined
  place: string
}) {
  const { definition, words, textLocale, textLang } = props
  const { citizen } = words
  const isDraft = definition.draftLocales?.includes(textLocale)
  const hasChoice = definition.questions.some((question) => !question.required)
  return (
    <header className={styles.intro}>
      <p className={styles.place} lang={props.locale === 'vi' ? undefined : 'vi'}>
        {props.place}
      </p>
      <h1 lang={textLang}>{say(definition.title, textLocale)}</h1>
      {definition.intro && (
        <p className={styles.lead} lang={textLang}>
          {say(definition.intro, textLocale)}
        </p>
      )}
      {hasChoice && <p>{citizen.mayskip}</p>}
      {definition.printedNote && (
        <p className={styles.note} lang={definition.printedNote[textLocale] ? textLang : 'vi'}>
          {say(definition.printedNote, textLocale)}
        </p>
      )}
      {textLocale !== props.locale && <Notice tone="caution">{citizen.untranslated}</Notice>}
      {isDraft && <Notice title={citizen.draftTitle}>{citizen.draftText}</Notice>}
    </header>
  )
}
