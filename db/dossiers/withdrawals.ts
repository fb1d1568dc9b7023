import 'server-only'
import { type Scope, unitsFor } from '@/domain/access'
import { readReason } from '@/domain/invalidation'
import { ok, type Result, refused } from '@/domain/problem'
import { doneBy, writeUnlessRefused } from '../audit/log'
import { database } from '../client'
import { longest } from './changes'
import { endStatement, takenMeanwhile } from './statements'

/** Takes entries out of the figures; they are kept with who did it and why. All must be the person's to enter. */
export async function withdrawDossierEntries(
  scope: Scope,
  { ids, reason }: Readonly<{ ids: readonly number[]; reason: string }>,
  now: number,
): Promise<Result<{ n: number }, 'not-found' | 'blank-reason' | 'too-long' | 'nothing-chosen'>> {
  if (ids.length === 0) return refused({ code: 'nothing-chosen', field: 'ids' })
  const allowed = unitsFor(scope, 'dossiers')
  const { rows } = await database().$client.execute({
    sql: `select s.id, s.unit_id, u.code, s.from_on, s.to_on from dossier_stats s
      join units u on u.id = s.unit_id
      where s.ended_at is null and s.id in (select value from json_each(?))`,
    args: [JSON.stringify(ids)],
  })
  const [first] = rows
  const isAll = rows.length === new Set(ids).size
  if (!first || !isAll || rows.some((row) => !allowed.has(Number(row[1])))) {
    return refused({ code: 'not-found' })
  }
  const why = readReason(reason, longest.reason)
  if (!why.ok) return why
  const event = doneBy(scope, {
    action: 'dossiers-withdrawn' as const,
    unitId: Number(first[1]),
    detail: {
      unit: String(first[2]),
      from: String(first[3]),
      to: String(first[4]),
      rows: rows.length,
      ids: JSON.stringify(ids),
      reason: why.value,
    },
  })
  const end = endStatement(ids, scope.userId, why.value, now)
  const isDone = await writeUnlessRefused(takenMeanwhile, [end], event, now)
  return isDone ? ok({ n: rows.length }) : refused({ code: 'not-found' })
}
