import 'server-only'
import { type Scope, unitsFor } from '@/domain/access'
import { cleanText } from '@/domain/answer'
import { halfMonthsOf, isDay, isTooLong } from '@/domain/period'
import { ok, type Result, refused, tooLong } from '@/domain/problem'
import { type Basis, longestNote } from '@/domain/snapshot/snapshot'
import { ancestorsOf, subtreeOf, type UnitTree } from '@/domain/unit'
import { listVersions } from '../surveys/surveys'
import { findUnitFor } from '../units/units'
import type { Ground } from './basis'
import { type ClosingPlace, type ClosingWish, readStill } from './closing-figures'
import { storeSnapshot } from './closing-number'

export type ClosingProblem =
  | 'not-found'
  | 'not-half-months'
  | 'period-too-long'
  | 'too-long'
  | 'malformed'
  | 'figures-moving'

/**
 * Stores the figures of a unit, survey and period for good, under the next number of that unit and year, and notes it
 * in the chain of audit events. Answers the number; a second sending of the same form gets the first one's.
 * @throws DatabaseUnavailable as `write` does.
 */
export async function closePeriod(
  scope: Scope,
  wish: ClosingWish,
  now: number,
): Promise<Result<{ number: string }, ClosingProblem>> {
  const place = await findPlace(scope, wish)
  if (!place.ok) return place
  const note = cleanText(wish.note, longestNote)
  if (note.length > longestNote) return tooLong('note', longestNote)
  if (!/^[\w-]{8,64}$/.test(wish.requestId)) return refused({ code: 'malformed' })
  const still = await readStill(scope, place.value, now)
  if (!still) return refused({ code: 'figures-moving' })
  const number = await storeSnapshot(scope, { ...wish, note }, place.value, still, now)
  return number === null ? refused({ code: 'malformed' }) : ok({ number })
}

async function findPlace(
  scope: Scope,
  { unit: code, survey, from, to }: ClosingWish,
): Promise<Result<ClosingPlace, ClosingProblem>> {
  const period = { from, to }
  const halves = isDay(from) && isDay(to) ? halfMonthsOf(period) : null
  if (!halves) return refused({ code: 'not-half-months', field: 'from' })
  if (isTooLong(halves)) return refused({ code: 'period-too-long', field: 'from' })
  // What somebody closes they must be able to read.
  const found = await findUnitFor(scope, 'closing', code)
  const versions = await listVersions(survey)
  const version = versions.at(-1)
  if (!found || !unitsFor(scope, 'figures').has(found.unit.id) || !version) {
    return refused({ code: 'not-found' })
  }
  const { unit, tree } = found
  const roots = [...ancestorsOf(tree, unit.id).toReversed(), unit]
  const versionIds = versions.map(({ rowId }) => rowId)
  const groundOf = (id: number): Ground => ({ versionIds, period, units: unitsUnder(tree, id) })
  const around = groundOf(roots[0]?.id ?? unit.id)
  return ok({ unit, version, survey, ground: groundOf(unit.id), around, roots })
}

const unitsUnder = (tree: UnitTree, root: number): Basis['units'] =>
  subtreeOf(tree, root).flatMap((id) => {
    const unit = tree.byId.get(id)
    return unit ? [{ id, code: unit.code, parentId: unit.parentId }] : []
  })
