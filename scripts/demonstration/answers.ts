import type { Answer, Level } from '@/domain/answer'
import { isAsked } from '@/domain/asked-questions'
import type { Channel } from '@/domain/door'
import type {
  MultiQuestion,
  Question,
  ScaleQuestion,
  SingleQuestion,
  SurveyDefinition,
} from '@/domain/survey'
import { commentsByLevel } from './comments'
import { pick, type Random } from './random'

/** What a person with this overall level answers to a questionnaire at a door. */
export function answersFor(
  random: Random,
  definition: SurveyDefinition,
  channel: Channel,
  overall: Level,
): Record<string, Answer> {
  const answers: Record<string, Answer> = {}
  for (const question of definition.questions) {
    if (!isAsked(question, answers, channel)) continue
    const answer = answerTo(random, question, overall)
    if (answer !== undefined) answers[question.id] = answer
  }
  return answers
}

/** The overall level of somebody who is satisfied with this chance. */
export function overallFor(random: Random, quality: number): Level {
  const bad = 1 - quality
  const shares: readonly (readonly [Level, number])[] = [
    [5, quality * 0.44],
    [4, quality * 0.56],
    [3, bad * 0.6],
    [2, bad * 0.27],
    [1, bad * 0.13],
  ]
  return pick(random, shares, ([, share]) => share)[0]
}

function answerTo(random: Random, question: Question, overall: Level): Answer | undefined {
  if (question.type === 'scale5') return levelOf(random, question, overall)
  if (question.type === 'single') return choiceOf(random, question, overall)
  if (question.type === 'multi') return choicesOf(random, question, overall)
  return random() < 0.12 ? pick(random, commentsByLevel[overall], () => 1) : undefined
}

function levelOf(random: Random, question: ScaleQuestion, overall: Level): Answer | undefined {
  if (question.role === 'overall') return overall
  if (question.notApplicable && random() < (question.factor === 'V' ? 0.45 : 0.12)) return 'na'
  if (!question.required && random() < 0.03) return undefined
  // Buildings and manners are liked better than paperwork and the handling of complaints.
  const liking = { I: 0.06, II: -0.08, III: 0.1, IV: -0.04, V: -0.1 }[question.factor ?? 'IV']
  const moved = random() + liking
  const step = moved < 0.2 ? -1 : moved > 0.88 ? 1 : 0
  return clampLevel(overall + step)
}

function choiceOf(random: Random, question: SingleQuestion, overall: Level): Answer | undefined {
  if (!question.required && random() < (question.role === 'demographic' ? 0.35 : 0.04)) {
    return undefined
  }
  const weigh = weights[question.options.map(({ id }) => id).join()] ?? plainly
  const chances = question.options.map((option, position) => ({
    id: option.id,
    weight: weigh(position, overall),
  }))
  return pick(random, chances, ({ weight }) => weight).id
}

function choicesOf(random: Random, question: MultiQuestion, overall: Level): Answer | undefined {
  const wanted = Math.min(question.max, Math.floor(random() * (question.max + 1.6)))
  const chosen = new Set<string>()
  for (let turn = 0; turn < wanted; turn++) {
    const option = pick(random, question.options, ({ id }) => weightOfReason(id, overall))
    chosen.add(option.id)
  }
  if (chosen.size === 0) return undefined
  return question.options.map(({ id }) => id).filter((id) => chosen.has(id))
}

/** Manners are what people praise; waiting, papers and delays are what they complain about. */
function weightOfReason(id: string, overall: Level): number {
  if (praised.has(id)) return overall >= 4 ? 3 : 1
  if (blamed.has(id)) return overall >= 4 ? 1 : 3
  return 0.8
}

const praised = new Set(['attitude', 'guidance', 'result', 'facility', 'public_info'])
const blamed = new Set(['wait', 'paperwork', 'trips', 'deadline', 'time', 'fees'])

const clampLevel = (level: number): Level => Math.min(5, Math.max(1, level)) as Level

type Weigh = (position: number, overall: Level) => number
const plainly: Weigh = (position) => 1 / (1 + position)

/** Questions in which a plain falling-off would look wrong, by their options. */
const weights: Readonly<Record<string, Weigh>> = {
  'early,on_time,late,not_due': (position, overall) =>
    [0.15, 0.62, overall <= 2 ? 0.9 : 0.05, 0.18][position] ?? 0,
  '1,2,3+,unknown': (position, overall) =>
    [overall <= 2 ? 0.3 : 1, 0.5, overall <= 2 ? 0.8 : 0.1, 0.05][position] ?? 0,
  'no,yes,no-answer': (position) => [0.93, 0.02, 0.05][position] ?? 0,
}
