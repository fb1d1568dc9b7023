import type { Overlaps } from './crossing'
import { CutMemory } from './cut-memory'
import type { Group } from './item-groups'
import type { ItemShape } from './item-shape'

/**
 * What the last run of one kind has made, for the next one. An answer moves a few lines; what rests on all others would
 * come out as before.
 */
export class GroupMemory {
  readonly cuts = new CutMemory()
  last: Readonly<{ shape: ItemShape; all: readonly Group[]; overlaps: Overlaps }> | undefined
}
