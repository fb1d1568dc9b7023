import type { Channel } from '@/domain/door'
import { isAsked, overallLevel } from '@/domain/response'
import type { Locale, Question, Section, SurveyDefinition } from '@/domain/survey'
import { questionsFor } from '@/domain/survey'
import { fill, say } from '@/lib/words'
import { firstInputId } from './form-view'
import type { FormProblem, Words } from './words'

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

/** The sentence for a problem, as it stands at the question. */
export function problemSentence(
  { code }: FormProblem,
  question: Question | undefined,
  { citizen }: Words,
): string {
  if (code === 'no-level') return citizen.problems.noLevel
  if (code === 'required') return citizen.problems.required
  if (code === 'too-many' && question?.type === 'multi') {
    return fill(citizen.problems.tooMany, { max: question.max })
  }
  if (code === 'too-long' && question?.type === 'text') {
    return fill(citizen.problems.tooLong, { max: question.maxLength })
  }
  return citizen.problems.other
}

/** The lines of the error summary; each leads to the first input of its question. */
export function summaryItems(
  problems: readonly FormProblem[],
  definition: SurveyDefinition,
  words: Words,
  headingFor: (question: Question) => string,
): { href: string; text: string }[] {
  return problems.map((problem) => {
    const question = definition.questions.find(({ id }) => id === problem.field)
    const sentence = problemSentence(problem, question, words)
    const target = question ?? definition.questions.find(({ type }) => type === 'scale5')
    const href = target ? `#${firstInputId(target.id)}` : '#main'
    if (!question) return { href, text: sentence }
    const line = { question: headingFor(question), problem: sentence }
    return { href, text: fill(words.citizen.errorLine, line) }
  })
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
