import { isLevel, type Level } from './answer'
import { type CommentState, commentStates } from './comment'
import { foldText } from './folded-text'
import type { Period } from './period'

/** Which comments are asked for; see `parseCommentFilter`. */
export type CommentFilter = Readonly<{
  /** Code of a unit, with everything under it. */
  unit: string
  survey: string
  period: Period
  level: Level | null
  state: CommentState | null
  /** Words that must all stand in the text, as `foldText` leaves them. */
  words: readonly string[]
  after: Place | null
}>

/** A place in the list: the last comment read, or (`key` empty) the begin of a unit's month. */
export type Place = Readonly<{ month: number; unitId: number; key: string }>

const mostWords = 8
const longestSearch = 200

/** Level, state, search and place from the address; what makes no sense is left out. */
export function parseCommentFilter(
  params: URLSearchParams,
): Pick<CommentFilter, 'level' | 'state' | 'words' | 'after'> {
  const level = Number(params.get('level'))
  const state = params.get('state')
  return {
    level: isLevel(level) ? level : null,
    state: commentStates.find((one) => one === state) ?? null,
    words: searchedWords(params.get('q') ?? ''),
    after: parsePlace(params.get('after') ?? ''),
  }
}

const searchedWords = (text: string): string[] =>
  [...new Set(foldText(text.slice(0, longestSearch)).split(' '))]
    .filter(Boolean)
    .slice(0, mostWords)

export const formatPlace = ({ month, unitId, key }: Place): string => `${month}-${unitId}-${key}`

function parsePlace(text: string): Place | null {
  const [, month, unitId, key] = /^(\d{1,6})-(\d{1,9})-([0-9a-f]{0,16})$/.exec(text) ?? []
  return key === undefined ? null : { month: Number(month), unitId: Number(unitId), key }
}
