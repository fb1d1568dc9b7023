import 'server-only'
import type { InValue, Row } from '@libsql/client'
import type { Level } from '@/domain/answer'
import { type CommentState, languageOf } from '@/domain/comment'
import type { CommentFilter } from '@/domain/comment-filter'
import type { Locale, Text } from '@/domain/survey'
import { database } from '../client'
import type { CommentGroup } from './groups'
import type { CommentSlice } from './slices'

export type CommentLine = Readonly<{
  key: string
  unitId: number
  unit: string
  /** See `comments.month`. */
  month: number
  level: Level | null
  /** The question that was answered. */
  question: Text
  /** With marks in place of what is masked: read it through `partsOf`. Null once its time is over. */
  text: string | null
  /** What the text is written in, where that can be told. */
  language: Locale | undefined
  state: CommentState
}>

/** The text of a comment's question in every language, as JSON. */
export const questionText = `(select q.value -> 'text' from survey_versions v, json_each(v.definition, '$.questions') q
  where v.id = c.version_id and q.value ->> 'id' = c.question)`

/** Blanked ones are listed; those that still wait to be masked are not. */
export const isListed = '(c.folded is not null or c.text is null)'

/** The language of the form that a comment was written into. */
export const formLanguage = (seq: string) =>
  `(select r.locale from responses r where r.seq = ${seq}) as locale`

/** A stored comment as it is listed. */
export const toLine = (
  row: Row,
  group: Pick<CommentGroup, 'unitId' | 'unit' | 'month'>,
): CommentLine => ({
  key: String(row.key),
  unitId: group.unitId,
  unit: group.unit,
  month: group.month,
  level: row.level === null ? null : (Number(row.level) as Level),
  question: JSON.parse(String(row.question)) as Text,
  text: row.text === null ? null : String(row.text),
  language: row.text === null ? undefined : languageOf(String(row.text), row.locale as Locale),
  state: String(row.state) as CommentState,
})

/** The comments of several stretches that match, in one read. */
export async function readBatch(
  batch: readonly CommentSlice[],
  versionIds: readonly number[],
  { level, state, words }: CommentFilter,
  limit: number,
): Promise<CommentLine[]> {
  const conditions: [string, InValue][] = [
    ['c.version_id in (select value from json_each(?))', JSON.stringify(versionIds)],
    ...(level === null ? [] : [['c.level = ?', level] satisfies [string, InValue]]),
    ...(state === null ? [] : [['c.state = ?', state] satisfies [string, InValue]]),
    ...words.map((word): [string, InValue] => ['instr(c.folded, ?) > 0', word]),
  ]
  const { rows } = await database().$client.execute({
    // The forms' languages only of those that are listed: a search goes through many more.
    sql: `select *, ${formLanguage('response')} from (
      select g.key as slice, c.key, c.level, c.text, c.state, c.response_seq as response, ${questionText} as question
      from json_each(?) g cross join comments c
        on c.unit_id = g.value ->> 0 and c.month = g.value ->> 1 and c.key > g.value ->> 2 and c.key < g.value ->> 3
      where c.tallied = 1 and ${isListed} and ${conditions.map(([sql]) => sql).join(' and ')}
      order by g.key, c.key limit ${limit}) order by slice, key`,
    args: [
      JSON.stringify(batch.map(({ group, low, high }) => [group.unitId, group.month, low, high])),
      ...conditions.map(([, value]) => value),
    ],
  })
  return rows.flatMap((row) => {
    const slice = batch[Number(row.slice)]
    return slice ? [toLine(row, slice.group)] : []
  })
}
