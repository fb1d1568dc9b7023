import 'server-only'
import type { Transaction } from '@libsql/client'
import { periodOf } from '@/domain/period'
import { type Cell, type Counts, keyOf, type OnFault, pageSize, type Versions } from './counts'
import { countResponses } from './responses'

/**
 * Counts every response anew and compares the tallies with it, in both directions; what is invalidated must stand in
 * slice `invalid` alone. Reads page by page: memory grows
 * with the number of tally cells, not of responses. `reader` is a read transaction, so that the app may go on writing.
 */
export async function recountTallies(
  reader: Transaction,
  versions: Versions,
  onFault: OnFault,
): Promise<Readonly<{ responses: number; cells: number }>> {
  const counts: Counts = new Map()
  const responses = await countResponses(reader, versions, counts, onFault)
  const cells = await compareTallies(reader, versions, counts, onFault)
  return { responses, cells }
}

const tallyPage = `
  select version_id, slice, unit_id, half_month, item, cell, level, n from tallies
  where (version_id, slice, unit_id, half_month, item, cell, level) > (?, ?, ?, ?, ?, ?, ?)
  order by version_id, slice, unit_id, half_month, item, cell, level limit ${pageSize}`

/** Takes each stored cell out of the counts; what is left over afterwards is missing. Answers the cells read. */
async function compareTallies(
  reader: Transaction,
  versions: Versions,
  counts: Counts,
  onFault: OnFault,
): Promise<number> {
  const differ = (key: string, stored: number, counted: number) =>
    onFault(`${describeCell(key, versions)}: stored ${stored}, recounted ${counted}.`)
  let total = 0
  for (let after: Cell = [-1, '', 0, 0, '', '', 0]; ; ) {
    const { rows } = await reader.execute({ sql: tallyPage, args: [...after] })
    for (const row of rows) {
      const values = Array.from({ length: 8 }, (_, i) => row[i])
      const cell = values.slice(0, 7) as unknown as Cell
      const key = keyOf(cell)
      const counted = counts.get(key) ?? 0
      if (values[7] !== counted) differ(key, Number(values[7]), counted)
      counts.delete(key)
      after = cell
    }
    total += rows.length
    if (rows.length < pageSize) break
  }
  for (const [key, counted] of counts) differ(key, 0, counted)
  return total
}

function describeCell(key: string, versions: Versions): string {
  const [version, slice, unit, half, item, cell, level] = key.split('\t')
  const { from, to } = periodOf({ first: Number(half), last: Number(half) })
  const what = [slice, item, cell, level === '0' ? '' : `at level ${level}`].filter(Boolean)
  const code = versions.get(Number(version))?.publicId ?? `version ${version}`
  return `Tally of ${code}, unit ${unit}, ${from} to ${to}, ${what.join(' ')}`
}
