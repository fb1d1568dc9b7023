import 'server-only'
import type { Scope } from '@/domain/access'
import { isDay, shiftDay, startOfDay } from '@/domain/period'
import { type Result, refused } from '@/domain/problem'
import { isValidOn, plantTree, subtreeOf, type Unit } from '@/domain/unit'
import { circle, getMovable, getReachable, note, place } from './structure'
import { listUnits } from './units'

type MergeProblem =
  | 'not-found'
  | 'no-successor'
  | 'would-circle'
  | 'day-wrong'
  | 'ends-before-start'
  | 'successor-ended'
  | 'successor-below'

/**
 * Ends a unit on a day; another takes over from the next. What was counted stays with the old one. Its links and QR
 * codes close with that day, or now where the day is past; its tablets count for it until they are enrolled anew.
 */
export async function mergeUnit(
  scope: Scope,
  code: string,
  { successorCode, day }: Readonly<{ successorCode: string; day: string }>,
  now: number,
): Promise<Result<null, MergeProblem>> {
  const all = await listUnits()
  const unit = getMovable(scope, all, code)
  const successor = getReachable(scope, all, successorCode)
  if (!unit) return refused({ code: 'not-found' })
  if (successorCode === '') return refused({ code: 'no-successor', field: 'successor' })
  if (!successor) return refused({ code: 'not-found', field: 'successor' })
  if (!isDay(day)) return refused({ code: 'day-wrong', field: 'day' })
  if (unit.validFrom && day < unit.validFrom) {
    return refused({ code: 'ends-before-start', field: 'day' })
  }
  if (unit.id === successor.id || leadsTo(all, successor, unit.id)) return circle('successor')
  if (subtreeOf(plantTree(all), unit.id).includes(successor.id)) {
    return refused({ code: 'successor-below', field: 'successor' })
  }
  if (!isValidOn(successor, shiftDay(day, 1))) {
    return refused({ code: 'successor-ended', field: 'successor' })
  }
  const closedAt = Math.max(startOfDay(shiftDay(day, 1)), now)
  const change = [
    place('successor_id', unit.id, successor.id),
    { sql: 'update units set valid_to = ? where id = ?', args: [day, unit.id] },
    {
      sql: `update doors set closed_at = ? where unit_id = ? and kind = 'link'
        and (closed_at is null or closed_at > ?)`,
      args: [closedAt, unit.id, closedAt],
    },
  ]
  const detail = { unit: code, successor: successorCode, day }
  return note(scope, change, { action: 'unit-merged', unit, detail }, now, 'successor')
}

/** Takes a merger back; links that have closed already stay so until somebody opens them. */
export async function undoMerger(
  scope: Scope,
  code: string,
  now: number,
): Promise<Result<null, 'not-found' | 'would-circle'>> {
  const unit = getMovable(scope, await listUnits(), code)
  if (!unit || unit.successorId === null) return refused({ code: 'not-found' })
  const { id } = unit
  const change = [
    { sql: 'update units set successor_id = null, valid_to = null where id = ?', args: [id] },
    {
      sql: "update doors set closed_at = null where unit_id = ? and kind = 'link' and closed_at > ?",
      args: [id, now],
    },
  ]
  return note(scope, change, { action: 'unit-merger-undone', unit, detail: { unit: code } }, now)
}

function leadsTo(all: readonly Unit[], from: Unit, id: number): boolean {
  const seen = new Set<number>()
  let at: Unit | undefined = from
  while (at && !seen.has(at.id)) {
    if (at.id === id) return true
    seen.add(at.id)
    const next: number | null = at.successorId
    at = all.find((unit) => unit.id === next)
  }
  return false
}
