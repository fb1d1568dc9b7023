import 'server-only'
import type { Scope } from '@/domain/access'
import { largestInvalidation } from '@/domain/invalidation'
import { halfMonthOf, isDay, localDay, periodOf } from '@/domain/period'
import { ok, type Result, refused } from '@/domain/problem'
import type { ResponsesSign, Sighting, Source } from '@/domain/sign/sign'
import { doneBy, writeWithAudit } from '../audit/log'
import { database } from '../client'
import { findSightingQuery, listSigns, type SignView } from './list'
import { readSightings } from './sightings'

/** One response as it is shown to somebody who looks into a sign. */
type SeenResponse = Sighting &
  Readonly<{
    /** An open proposal names it already. */
    isHeld: boolean
  }>

/** The responses behind a sign, or those of one source on one day. */
export type Look = Readonly<{
  sign: ResponsesSign | null
  source: Source
  /** In order of answering; the first `largestInvalidation` where there are more. */
  responses: readonly SeenResponse[]
  n: number
}>

export type LookProblem = 'not-found' | 'not-half-months' | 'sign-gone'

/**
 * Shows single responses with time, level and duration, and notes in the log that they were looked at: by whom, which
 * sign and how many, nothing of what they say.
 * @param key the sign's key, or `day.{source}.{YYYY-MM-DD}`
 * Problems: `sign-gone` where nothing stands out there any more.
 */
export async function lookAtSign(
  scope: Scope,
  view: SignView,
  key: string,
  now: number,
): Promise<Result<Look, LookProblem>> {
  const found = key.startsWith('day.')
    ? await findDay(scope, view, key)
    : await findSign(scope, view, key)
  if (!found.ok) return found
  const { sign, source, members } = found.value
  const shown = members.slice(0, largestInvalidation)
  const held = await listHeld(shown)
  const detail = { sign: sign?.kind ?? 'day', source: source.key, responses: shown.length }
  await writeWithAudit(
    [],
    doneBy(scope, { action: 'responses-viewed', unitId: source.unitId, detail }),
    now,
  )
  return ok({
    sign,
    source,
    responses: shown.map((one) => ({ ...one, isHeld: held.has(one.seq) })),
    n: members.length,
  })
}

type Found = Readonly<{
  sign: ResponsesSign | null
  source: Source
  members: readonly Sighting[]
}>

async function findSign(
  scope: Scope,
  view: SignView,
  key: string,
): Promise<Result<Found, LookProblem>> {
  const report = await listSigns(scope, view)
  if (!report.ok) return report
  const sign = report.value.signs.find((one) => one.key === key)
  if (!sign || sign.kind === 'channels') return refused({ code: 'sign-gone' })
  return ok({ sign, source: sign.source, members: sign.members })
}

async function findDay(
  scope: Scope,
  view: SignView,
  key: string,
): Promise<Result<Found, LookProblem>> {
  const [, sourceKey, day = ''] = key.split('.')
  if (!isDay(day)) return refused({ code: 'sign-gone' })
  const half = halfMonthOf(day)
  const query = await findSightingQuery(scope, {
    ...view,
    ...periodOf({ first: half, last: half }),
  })
  if (!query.ok) return query
  const { records } = await readSightings(query.value)
  const record = records.find(({ source }) => source.key === sourceKey)
  if (!record) return refused({ code: 'sign-gone' })
  const members = [...record.timed, ...record.doubtful].filter(({ at }) => localDay(at) === day)
  if (members.length === 0) return refused({ code: 'sign-gone' })
  return ok({ sign: null, source: record.source, members })
}

async function listHeld(members: readonly Sighting[]): Promise<ReadonlySet<number>> {
  const { rows } = await database().$client.execute({
    sql: `select response_seq from invalidation_responses
      where held = 1 and response_seq in (select value from json_each(?))`,
    args: [JSON.stringify(members.map(({ seq }) => seq))],
  })
  return new Set(rows.map((row) => Number(row[0])))
}
