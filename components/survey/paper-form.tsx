import { type Locale, type Question, questionsFor, type SurveyDefinition } from '@/domain/survey'
import { fill, say } from '@/lib/words'
import styles from './paper-form.module.css'
import { onlyIfOf, partsOf } from './survey-parts'
import type { Words } from './words'

type Props = Readonly<{
  definition: SurveyDefinition
  /** Words in the language of the form. */
  words: Words
  locale: Locale
}>

/** A survey on paper, A4: boxes to tick, lines to write on. All questions of the paper channel, in order. */
export function PaperForm(props: Props) {
  const { definition, words, locale } = props
  const numbers = new Map(questionsFor(definition, 'paper').map(({ id }, index) => [id, index + 1]))
  return (
    <article className={styles.paper} lang={locale}>
      <h1>{say(definition.title, locale)}</h1>
      {definition.intro && <p>{say(definition.intro, locale)}</p>}
      <p className={styles.hint}>{words.citizen.mayskip}</p>
      {definition.printedNote && (
        <p className={styles.hint}>{say(definition.printedNote, locale)}</p>
      )}
      {partsOf(definition, 'paper').map(({ section, questions }) => (
        <section key={section?.id ?? questions[0]?.id}>
          {section && <h2>{say(section.title, locale)}</h2>}
          {questions.map((question) => (
            <PaperQuestion
              key={question.id}
              {...props}
              question={question}
              number={numbers.get(question.id) ?? 0}
            />
          ))}
        </section>
      ))}
      <p className={styles.hint}>{words.citizen.foot}</p>
    </article>
  )
}

function PaperQuestion(props: Props & { question: Question; number: number }) {
  const { definition, question, number, words, locale } = props
  const onlyIf = onlyIfOf(question, definition, words, locale)
  const notes = [
    ...(question.required ? [words.citizen.required] : []),
    ...(onlyIf ? [onlyIf] : []),
    ...(question.type === 'multi' ? [fill(words.citizen.upTo, { max: question.max })] : []),
    ...(question.hint ? [say(question.hint, locale)] : []),
    ...(question.type === 'text' && !question.hint ? [words.citizen.noNames] : []),
  ]
  return (
    <div className={styles.question}>
      <p>
        <strong>{`${number}. ${say(question.text, locale)}`}</strong>
      </p>
      {notes.length > 0 && <p className={styles.hint}>{notes.join(' ')}</p>}
      <PaperAnswers {...props} />
    </div>
  )
}

function PaperAnswers({ question, words, locale }: Props & { question: Question }) {
  if (question.type === 'text') return <div className={styles.lines} />
  const isScale = question.type === 'scale5'
  return (
    <ul className={isScale ? styles.levels : styles.options}>
      {choicesOf(question, words, locale).map((text) => (
        <li key={text}>
          <span className={styles.box} aria-hidden="true" />
          {text}
        </li>
      ))}
    </ul>
  )
}

function choicesOf(
  question: Exclude<Question, { type: 'text' }>,
  { scale }: Words,
  locale: Locale,
): string[] {
  if (question.type !== 'scale5') return question.options.map(({ text }) => say(text, locale))
  const levels = (['5', '4', '3', '2', '1'] as const).map((level) => scale[level])
  return question.notApplicable ? [...levels, say(question.notApplicable, locale)] : levels
}
