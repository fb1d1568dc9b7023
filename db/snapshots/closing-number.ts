import 'server-only'
import type { Scope } from '@/domain/access'
import { canonicalJson } from '@/domain/canonical-json'
import { localDay } from '@/domain/period'
import { type SnapshotContent, snapshotNumber } from '@/domain/snapshot/snapshot'
import { doneBy, writeWithAudit } from '../audit/log'
import { database } from '../client'
import { againWhileRefused } from '../refused-change'
import { checksumOf, contentOf, type Made } from './closing-content'
import type { ClosingPlace, ClosingWish, Still } from './closing-figures'

/**
 * Stores what was read under the next number; when somebody else took it first, under the one after. Null for a form
 * that has closed something else already.
 */
export async function storeSnapshot(
  scope: Scope,
  wish: ClosingWish,
  place: ClosingPlace,
  still: Still,
  now: number,
): Promise<string | null> {
  const year = Number(localDay(now).slice(0, 4))
  return againWhileRefused(takenNumber, async () => {
    const { serial, follows, sent } = await readNumbers(wish, place, year)
    if (sent) return sent.isSame ? sent.number : null
    const number = snapshotNumber(place.unit.code, year, serial)
    const content = contentOf({ scope, wish, place, still, now }, number, follows)
    await insertSnapshot(content, { year, serial, wish, place, now })
    return number
  })
}

/** What stands under this filter already, and the number that comes next. */
async function readNumbers({ requestId }: ClosingWish, place: ClosingPlace, year: number) {
  const { unit, version, ground } = place
  const { rows } = await database().$client.execute({
    sql: `select
      (select coalesce(max(serial), 0) + 1 from snapshots where unit_id = ?1 and year = ?2) as serial,
      (select number from snapshots where unit_id = ?1 and survey_id = ?3 and from_on = ?4 and to_on = ?5
        order by id desc limit 1) as follows,
      (select number from snapshots where request_id = ?6) as sent,
      (select unit_id = ?1 and survey_id = ?3 and from_on = ?4 and to_on = ?5
        from snapshots where request_id = ?6) as isSame`,
    args: [unit.id, year, version.surveyId, ground.period.from, ground.period.to, requestId],
  })
  const textOf = (value: unknown) => (typeof value === 'string' ? value : null)
  const [row] = rows
  const sent = textOf(row?.sent)
  return {
    serial: Number(row?.serial),
    follows: textOf(row?.follows),
    sent: sent === null ? null : { number: sent, isSame: row?.isSame === 1 },
  }
}

async function insertSnapshot(
  snapshot: SnapshotContent,
  at: Pick<Made, 'wish' | 'place' | 'now'> & Readonly<{ year: number; serial: number }>,
): Promise<void> {
  const { number, unit, survey, period, closedBy, basis } = snapshot
  const content = canonicalJson(snapshot)
  const checksum = checksumOf(content)
  const detail = { snapshot: number, checksum, survey: survey.code, ...period }
  const insert = {
    sql: `insert into snapshots (number, unit_id, year, serial, survey_id, from_on, to_on, closed_at, closed_by,
        request_id, last_seq, content, checksum)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    args: [
      ...[number, unit.id, at.year, at.serial, at.place.version.surveyId, period.from, period.to],
      ...[at.now, closedBy.id, at.wish.requestId, basis.lastSeq, content, checksum],
    ],
  }
  const event = { action: 'period-closed' as const, unitId: unit.id, detail }
  await writeWithAudit([insert], doneBy({ userId: closedBy.id }, event), at.now)
}

/** Somebody closed at the same moment: the trigger refuses a number that is not the next, the index one that is taken. */
const takenNumber = /the next of its unit.s numbers|UNIQUE constraint failed: snapshots\./
