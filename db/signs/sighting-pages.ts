import 'server-only'
import { isLevel } from '@/domain/answer'
import { correctedTime } from '@/domain/clock'
import type { HalfMonths } from '@/domain/period'
import type { ParsedAnswers } from '@/domain/response'
import type { Sighting } from '@/domain/sign/sign'
import { database } from '../client'
import type { responses } from '../schema/responses'
import type { StoredVersion } from '../surveys/surveys'
import type { SourceDoor } from './sources'

/** Which responses are looked at: those of a survey's versions (one at least), at these units, in these half-months. */
export type SightingQuery = Readonly<{
  versions: readonly StoredVersion[]
  unitIds: readonly number[]
  halfMonths: HalfMonths
}>

export type Place = Readonly<{ unitId: number; halfMonth: number }>

/** Parsed between two turns of the event loop. */
export const pageSize = 1000

/** What is read of a response to look at when and how it was answered. */
export type SightingRow = Pick<
  typeof responses.$inferSelect,
  | 'seq'
  | 'doorId'
  | 'versionId'
  | 'startedAt'
  | 'answeredAt'
  | 'sentAt'
  | 'receivedAt'
  | 'clockOffset'
  | 'answers'
>

/** Responses of one unit and half-month, the newest first. */
export async function readPage(
  { versions }: SightingQuery,
  { unitId, halfMonth }: Place,
  before: number,
  size: number,
): Promise<readonly SightingRow[]> {
  const { rows } = await database().$client.execute({
    sql: `select seq, door_id as doorId, version_id as versionId, started_at as startedAt, answered_at as answeredAt,
        sent_at as sentAt, received_at as receivedAt, clock_offset as clockOffset, answers
      from responses
      where unit_id = ? and half_month = ? and seq < ? and tallied = 1
        and version_id in (select value from json_each(?))
      order by seq desc limit ?`,
    args: [unitId, halfMonth, before, JSON.stringify(versions.map(({ rowId }) => rowId)), size],
  })
  return rows as unknown as readonly SightingRow[]
}

/** Makes sightings of rows; what it must know of each version is looked up once. */
export function parserOf(versions: readonly StoredVersion[]) {
  const known = new Map(
    versions.map(({ rowId, definition: { questions } }) => [
      rowId,
      {
        asked: new Set(questions.filter(({ type }) => type !== 'text').map(({ id }) => id)),
        overall: questions.find(({ role }) => role === 'overall')?.id ?? '',
      },
    ]),
  )
  return (row: SightingRow, { openedAt }: SourceDoor): Sighting => {
    const answers = JSON.parse(row.answers) as ParsedAnswers
    const version = known.get(row.versionId)
    const level = answers[version?.overall ?? '']
    const { at, isDoubtful } = correctedTime({ ...row, openedAt })
    return {
      seq: row.seq,
      at,
      isDoubtful,
      duration: row.answeredAt - row.startedAt,
      answered: Object.keys(answers).filter((id) => version?.asked.has(id)).length,
      level: isLevel(level) ? level : null,
    }
  }
}
