import { isLevel } from './answer'
import { isAsked } from './asked-questions'
import type { Channel, Mode, Touchpoint } from './door'
import { overallLevel, type ParsedAnswers } from './response'
import type { Question, SurveyDefinition } from './survey'

export type Slice =
  | 'total'
  | 'desk'
  | 'field'
  | 'touchpoint'
  | 'channel'
  | 'mode'
  | 'place'
  | 'question'
  | 'factor'
  | 'invalid'

/** One person added to one cell of the tallies; see `tallies` in the schema for what the parts mean. */
export type TallyCell = Readonly<{ slice: Slice; item: string; cell: string; level: number }>

/** Where and how a response was taken in, as far as it is known. */
export type Place = Readonly<{
  deskId: number | null
  fieldId: number | null
  touchpoint: Touchpoint | null
  channel: Channel
  mode: Mode
}>

/**
 * The cells a response counts in, each once. A response without any level is not valid and counts nowhere.
 * A question that was not put to the person (channel, condition) is not missing.
 */
export function tallyCells(
  definition: SurveyDefinition,
  answers: ParsedAnswers,
  place: Place,
): TallyCell[] {
  const rated = definition.questions.filter(
    (question) => question.type === 'scale5' && isLevel(answers[question.id]),
  )
  if (rated.length === 0) return []
  const factors = new Set(rated.flatMap((question) => question.factor ?? []))
  return [
    ...placeCells(overallCell(definition, answers), place),
    ...questionCells(definition, answers, place.channel),
    ...[...factors].map((item) => ({ slice: 'factor' as const, item, cell: 'people', level: 0 })),
  ]
}

/** Desk, field, touchpoint, channel and mode together, `-` where it is not known. For the small-number rule alone. */
const jointPlace = ({ deskId, fieldId, touchpoint, channel, mode }: Place): string =>
  [deskId, fieldId, touchpoint, channel, mode].map((part) => part ?? '-').join(' ')

/**
 * The one cell in which an invalidated response stands instead: its overall level, by version, unit and half-month.
 * Null for one that counted nowhere.
 */
export function invalidCell(cells: readonly TallyCell[]): TallyCell | null {
  const total = cells.find(({ slice }) => slice === 'total')
  return total ? { ...total, slice: 'invalid' } : null
}

function overallCell(definition: SurveyDefinition, answers: ParsedAnswers): string {
  const overall = definition.questions.find((question) => question.role === 'overall')
  return overall ? levelCell(answers[overall.id]) : 'missing'
}

function placeCells(cell: string, place: Place): TallyCell[] {
  const items: [Slice, string | number | null][] = [
    ['total', ''],
    ['desk', place.deskId],
    ['field', place.fieldId],
    ['touchpoint', place.touchpoint],
    ['channel', place.channel],
    ['mode', place.mode],
    ['place', jointPlace(place)],
  ]
  return items.flatMap(([slice, item]) =>
    item === null ? [] : [{ slice, item: String(item), cell, level: 0 }],
  )
}

function questionCells(
  definition: SurveyDefinition,
  answers: ParsedAnswers,
  channel: Channel,
): TallyCell[] {
  const level = overallLevel(definition, answers) ?? 0
  return definition.questions
    .filter((question) => question.type !== 'text' && isAsked(question, answers, channel))
    .flatMap((question) =>
      cellsOf(question, answers).map((cell) => ({
        slice: 'question' as const,
        item: question.id,
        cell,
        level: question.type === 'scale5' ? 0 : level,
      })),
    )
}

function cellsOf(question: Question, answers: ParsedAnswers): readonly string[] {
  const answer = answers[question.id]
  if (question.type === 'scale5') return [levelCell(answer)]
  if (answer === undefined) return ['missing']
  return Array.isArray(answer) ? answer : [String(answer)]
}

const levelCell = (answer: unknown) => (answer === undefined ? 'missing' : String(answer))
