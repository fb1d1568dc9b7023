import type { CsvCell } from './csv'
import type { Question, SurveyVersion } from './survey'

/** A question as it stands in a file of responses, over the versions in which it is the same question. */
export type ResponseColumn = Readonly<{
  heading: string
  questions: ReadonlyMap<string, Question>
}>

/** The words of a level or of "not applicable". */
export type LevelWord = (answer: number | 'na') => string

/**
 * The questions of all versions, in the order of the newest, each series in a column of its own. Free texts are not
 * among them: what people write may tell who they are.
 */
export function listResponseColumns(versions: readonly SurveyVersion[]): ResponseColumn[] {
  const columns = new Map<string, Map<string, Question>>()
  for (const { id, definition } of versions.toReversed()) {
    for (const question of definition.questions) {
      if (question.type === 'text') continue
      const key = `${question.type} ${question.seriesKey}`
      const column = columns.get(key) ?? new Map<string, Question>()
      columns.set(key, column.set(id, question))
    }
  }
  const all = [...columns.values()].map((questions) => ({ questions, ...newestOf(questions) }))
  return all.map(({ questions, question }) => {
    const isAlone = all.filter((other) => other.question.id === question.id).length === 1
    const editions = isAlone ? '' : ` [${[...questions.keys()].toReversed().join(', ')}]`
    return { heading: `${question.id}. ${question.text.vi}${editions}`, questions }
  })
}

function newestOf(questions: ReadonlyMap<string, Question>): { question: Question } {
  const [question] = questions.values()
  if (!question) throw new Error('a column without a question')
  return { question }
}

/** The answer as it is stored and in words; both empty where the question was not answered or not asked. */
export function answerCells(
  question: Question | undefined,
  answer: unknown,
  wordOf: LevelWord,
): readonly [code: CsvCell, label: CsvCell] {
  if (!question || answer === undefined || answer === null) return [null, null]
  if (question.type === 'scale5') {
    const level = answer === 'na' ? answer : Number(answer)
    return [level, wordOf(level)]
  }
  if (question.type === 'text') return [null, null]
  const chosen = (Array.isArray(answer) ? answer : [answer]).map(String)
  const labels = chosen.map(
    (id) => question.options.find((option) => option.id === id)?.text.vi ?? id,
  )
  return [chosen.join(' | '), labels.join(' | ')]
}
