import 'server-only'
import type { Place } from '@/domain/comment-filter'
import type { CommentGroup } from './groups'

/** A part of a group: the comments with low < key < high, which are spread evenly, keys being random. */
export type CommentSlice = Readonly<{ group: CommentGroup; low: string; high: string; n: number }>

/** So many responses are looked through in one go: far under the 50 ms that a request may hold the event loop. */
const largestBatch = 2000

const aboveAllKeys = 'g'

/** The groups from a place on, in order, cut and bundled so that each batch is read in one go. */
export function batchesOf(groups: readonly CommentGroup[], after: Place | null): CommentSlice[][] {
  const batches: CommentSlice[][] = []
  let size = largestBatch
  for (const slice of groupsFrom(groups, after).flatMap(([group, low]) => slicesOf(group, low))) {
    if (size + slice.n > largestBatch) {
      batches.push([])
      size = 0
    }
    batches.at(-1)?.push(slice)
    size += slice.n
  }
  return batches
}

/** Each group still to be read, with the key from which on. */
function groupsFrom(
  groups: readonly CommentGroup[],
  after: Place | null,
): (readonly [CommentGroup, string])[] {
  const isHere = ({ month, unitId }: CommentGroup) =>
    month === after?.month && unitId === after.unitId
  const start = after ? groups.findIndex((one) => isHere(one) || one.month < after.month) : 0
  if (start < 0) return []
  return groups.slice(start).map((group) => [group, after && isHere(group) ? after.key : ''])
}

function slicesOf(group: CommentGroup, after: string): CommentSlice[] {
  const count = Math.min(256, Math.ceil(group.n / largestBatch))
  const bounds = Array.from({ length: count }, (_, index) => boundOf(index / count))
  return bounds
    .map((bound, index) => ({
      group,
      low: bound > after ? bound : after,
      high: bounds[index + 1] ?? aboveAllKeys,
      n: Math.ceil(group.n / count),
    }))
    .filter(({ low, high }) => low < high)
}

/** The two digits with which keys begin that have this share of all keys before them. */
const boundOf = (share: number): string =>
  share === 0
    ? ''
    : Math.round(share * 256)
        .toString(16)
        .padStart(2, '0')
