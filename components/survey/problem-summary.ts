import type { Question, SurveyDefinition } from '@/domain/survey'
import { fill } from '@/lib/words'
import { firstInputId } from './form-view'
import type { FormProblem, Words } from './words'

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
