import type { Reach } from './access'
import { cleanText } from './answer'
import { ok, type Result, refused, tooLong } from './problem'
import type { Unit } from './unit'

/** So many responses at once: the change of the tallies stays well under 50 ms. */
export const largestInvalidation = 300

/** Characters of a reason. */
export const longestReason = 500

export type Decision = 'confirmed' | 'declined' | 'withdrawn'

/** Whether these grants let somebody propose that responses of the unit be left out. */
export const mayPropose = (reach: Reach, unit: Pick<Unit, 'id'>): boolean =>
  reach.get('invalidation')?.has(unit.id) ?? false

/**
 * Whether these grants let somebody decide on proposals of the unit: the right must reach its parent, so that the
 * measured do not judge themselves; at the top an administrator decides. That it is another person than the proposer
 * is asked besides.
 */
export const maySettle = (reach: Reach, unit: Pick<Unit, 'id' | 'parentId'>): boolean =>
  (unit.parentId === null
    ? reach.get('administration')?.has(unit.id)
    : reach.get('invalidation')?.has(unit.parentId)) ?? false

/** A reason as it is stored: some text, not too long. */
export function readReason(
  text: string | null,
  most: number = longestReason,
): Result<string, 'blank-reason' | 'too-long'> {
  const reason = cleanText(text ?? '', most)
  if (reason === '') return refused({ code: 'blank-reason', field: 'reason' })
  return reason.length <= most ? ok(reason) : tooLong('reason', most)
}
