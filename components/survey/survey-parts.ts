import { isAsked } from '@/domain/asked-questions'
import type { Channel } from '@/domain/door'
import { overallLevel } from '@/domain/response'
import type { Locale, Question, Section, SurveyDefinition } from '@/domain/survey'
import { questionsFor } from '@/domain/survey'
import { fill, say } from '@/lib/words'
import type { Words } from './words'

export type Part = Readonly<{ section: Section | undefined; questions: readonly Question[] }>

/** The questions of a channel under the headings they stand under, in the survey's order. */
export function partsOf(definition: SurveyDefinition, channel: Channel): Part[] {
  const parts: { section: Section | undefined; questions: Question[] }[] = []
  for (const question of questionsFor(definition, channel)) {
    const last = parts.at(-1)
    if (last && last.section?.id === question.section) last.questions.push(question)
    else parts.push({ section: sectionOf(definition, question), questions: [question] })
  }
  return parts
}

/** The parts less the questions whose condition is not met, and less what is then empty. */
export function askedParts(
  parts: readonly Part[],
  answers: Readonly<Record<string, unknown>>,
  channel: Channel,
): Part[] {
  return parts
    .map(({ section, questions }) => ({
      section,
      questions: questions.filter((question) => isAsked(question, answers, channel)),
    }))
    .filter(({ questions }) => questions.length > 0)
}

/** The question as it is put now: some adapt to the overall level; options and effort stay the same. */
export function headingOf(
  question: Question,
  definition: SurveyDefinition,
  answers: Readonly<Record<string, unknown>>,
  locale: Locale,
): string {
  const level = overallLevel(definition, answers)
  const adapted =
    question.type === 'multi' && level !== undefined
      ? question.textByLevel?.find(({ levels }) => levels.includes(level))
      : undefined
  return say((adapted ?? question).text, locale)
}

/** Who should answer a conditional question, in a plain sentence; undefined for all others. */
export function onlyIfOf(
  { showIf }: Question,
  { questions }: SurveyDefinition,
  words: Words,
  locale: Locale,
): string | undefined {
  const asked = showIf && questions.find(({ id }) => id === showIf.question)
  if (!asked || !('options' in asked)) return undefined
  const chosen = asked.options.filter(({ id }) => showIf.options.includes(id))
  const options = chosen.map(({ text }) => say(text, locale)).join(', ')
  return fill(words.citizen.onlyIf, { question: say(asked.text, locale), options })
}

const sectionOf = ({ sections }: SurveyDefinition, { section }: Question) =>
  sections.find(({ id }) => id === section)

export const formId = 'survey'

/** The names of the hidden fields beside the answers. */
export const hiddenFields = {
  id: 'id',
  version: 'version',
  startedAt: 'startedAt',
  locale: 'locale',
} as const
