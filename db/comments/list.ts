import 'server-only'
import type { Scope } from '@/domain/access'
import type { CommentFilter, Place } from '@/domain/comment-filter'
import { countOrFew } from '@/domain/disclosure'
import { ok, type Result } from '@/domain/problem'
import { takeTurn } from '@/lib/unhurried'
import { database } from '../client'
import { type CommentGroup, listGroups } from './groups'
import { type CommentLine, isListed, readBatch } from './lines'
import { batchesOf } from './slices'

export type CommentPage = Readonly<{
  lines: readonly CommentLine[]
  /** Where the next page begins; null at the end. A page may be short, or empty, where little is found. */
  next: Place | null
  /** Comments of unit, survey and period in groups too small to be shown, whatever else is filtered. */
  notShown: number | 'few'
}>

const pageSize = 25

/** After so many responses a search pauses and offers to go on. */
const longestRead = 500_000

/**
 * A page of comments, newest month first, by unit within it, in no order that tells when they came. Only of units,
 * surveys and months with enough valid responses; those of invalidated ones are left out.
 */
export async function listComments(
  scope: Scope,
  filter: CommentFilter,
): Promise<Result<CommentPage, 'not-found'>> {
  const groups = await listGroups(scope, filter)
  if (!groups.ok) return groups
  const { shown, tooSmall, versionIds } = groups.value
  const { lines, next } = await readPage(shown, versionIds, filter)
  const notShown = countOrFew(await countIn(tooSmall, versionIds))
  return ok({ lines, next, notShown })
}

async function readPage(
  groups: readonly CommentGroup[],
  versionIds: readonly number[],
  filter: CommentFilter,
): Promise<Pick<CommentPage, 'lines' | 'next'>> {
  const lines: CommentLine[] = []
  let read = 0
  for (const batch of batchesOf(groups, filter.after)) {
    const [first] = batch
    if (first && read > longestRead) return { lines, next: placeOf(first.group, first.low) }
    lines.push(...(await readBatch(batch, versionIds, filter, pageSize + 1 - lines.length)))
    const last = lines[pageSize - 1]
    if (last && lines.length > pageSize) {
      return { lines: lines.slice(0, pageSize), next: placeOf(last, last.key) }
    }
    read += batch.reduce((sum, { n }) => sum + n, 0)
    await takeTurn()
  }
  return { lines, next: null }
}

const placeOf = (
  { month, unitId }: Pick<CommentGroup, 'month' | 'unitId'>,
  key: string,
): Place => ({
  month,
  unitId,
  key,
})

/** How many comments the groups have, none of them large. */
async function countIn(
  groups: readonly CommentGroup[],
  versionIds: readonly number[],
): Promise<number> {
  const { rows } = await database().$client.execute({
    sql: `select count(*) from json_each(?) g cross join comments c
        on c.unit_id = g.value ->> 0 and c.month = g.value ->> 1
      where c.tallied = 1 and ${isListed} and c.version_id in (select value from json_each(?))`,
    args: [
      JSON.stringify(groups.map(({ unitId, month }) => [unitId, month])),
      JSON.stringify(versionIds),
    ],
  })
  return Number(rows[0]?.[0] ?? 0)
}
