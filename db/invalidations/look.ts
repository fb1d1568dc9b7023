import 'server-only'
import type { Scope } from '@/domain/access'
import type { Level } from '@/domain/answer'
import { correctedTime } from '@/domain/clock'
import { overallLevel, type ParsedAnswers } from '@/domain/response'
import type { Source } from '@/domain/sign/sign'
import { doneBy, writeWithAudit } from '../audit/log'
import { database } from '../client'
import type { SightingRow } from '../signs/sighting-pages'
import { listDoorsById } from '../signs/sources'
import { listDefinitions } from '../surveys/surveys'
import type { ListedInvalidation } from './reading'

/** A response that an invalidation names, as the one who decides sees it. */
export type NamedResponse = Readonly<{
  seq: number
  at: number
  isDoubtful: boolean
  duration: number
  level: Level | null
  source: Source
}>

/** The responses of an invalidation that the person has found already, in order of answering; the look is noted in the log. */
export async function lookAtInvalidation(
  scope: Scope,
  { id, unit, size }: ListedInvalidation,
  now: number,
): Promise<NamedResponse[]> {
  const { rows } = await database().$client.execute({
    sql: `select r.seq, r.door_id as doorId, r.started_at as startedAt, r.answered_at as answeredAt,
        r.sent_at as sentAt, r.received_at as receivedAt, r.clock_offset as clockOffset, r.answers, r.version_id as versionId
      from invalidation_responses i join responses r on r.seq = i.response_seq where i.invalidation_id = ?`,
    args: [id],
  })
  const found = rows as unknown as readonly SightingRow[]
  const definitions = await listDefinitions(found.map(({ versionId }) => versionId))
  const doors = new Map(
    (await listDoorsById(found.map(({ doorId }) => doorId))).map((door) => [door.doorId, door]),
  )
  await writeWithAudit(
    [],
    doneBy(scope, {
      action: 'responses-viewed',
      unitId: unit.id,
      detail: { invalidation: id, responses: size },
    }),
    now,
  )
  return found
    .flatMap((row) => {
      const door = doors.get(row.doorId)
      const definition = definitions.get(row.versionId)
      if (!door || !definition) return []
      const level = overallLevel(definition, JSON.parse(row.answers) as ParsedAnswers) ?? null
      const time = correctedTime({ ...row, openedAt: door.openedAt })
      const duration = row.answeredAt - row.startedAt
      return [{ seq: row.seq, ...time, duration, level, source: door.source }]
    })
    .sort((a, b) => a.at - b.at || a.seq - b.seq)
}
