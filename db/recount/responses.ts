import 'server-only'
import type { Transaction } from '@libsql/client'
import { halfMonthOf } from '@/domain/period'
import type { ParsedAnswers } from '@/domain/response'
import { invalidCell, tallyCells } from '@/domain/tally'
import { type CountedRow, countedColumns } from '../surveys/counted-row'
import { type Counts, keyOf, type OnFault, pageSize, type Versions } from './counts'

const responsePage = `
  select ${countedColumns}, r.answered_on as answeredOn,
    d.unit_id = r.unit_id and d.channel = r.channel as isAtDoor, r.tallied,
    exists (select 1 from invalidation_responses i
      join invalidation_decisions e on e.invalidation_id = i.invalidation_id and e.decision = 'confirmed'
      left join invalidation_restorations b on b.invalidation_id = i.invalidation_id
      where i.response_seq = r.seq and b.invalidation_id is null) as isInvalid
  from responses r join doors d on d.id = r.door_id
  where r.seq > ? order by r.seq limit ${pageSize}`

type ResponseRow = CountedRow &
  Readonly<{ answeredOn: string; isAtDoor: number; tallied: number; isInvalid: number }>

/** Adds every response to the counts; answers how many there were. */
export async function countResponses(
  reader: Transaction,
  versions: Versions,
  counts: Counts,
  onFault: OnFault,
): Promise<number> {
  let total = 0
  for (let after = 0; ; ) {
    const { rows } = await reader.execute({ sql: responsePage, args: [after] })
    const page = rows as unknown as ResponseRow[]
    for (const row of page) countOne(row, versions, counts, onFault)
    total += page.length
    after = page.at(-1)?.seq ?? after
    if (page.length < pageSize) return total
  }
}

function countOne(row: ResponseRow, versions: Versions, counts: Counts, onFault: OnFault): void {
  if (!row.isAtDoor) onFault(`Response ${row.seq} has another unit or channel than its door.`)
  if (halfMonthOf(row.answeredOn) !== row.halfMonth) {
    onFault(`Response ${row.seq} stands in another half-month than its day ${row.answeredOn}.`)
  }
  if (row.tallied === row.isInvalid) {
    onFault(
      row.isInvalid
        ? `Response ${row.seq} is invalidated and counted all the same.`
        : `Response ${row.seq} is not counted, and no invalidation says why.`,
    )
  }
  const version = versions.get(row.versionId)
  if (!version) {
    onFault(`Response ${row.seq} has an unknown survey version.`)
    return
  }
  const cells = tallyCells(version.definition, JSON.parse(row.answers) as ParsedAnswers, row)
  if (cells.length === 0) onFault(`Response ${row.seq} has no level and should not be counted.`)
  const outside = row.isInvalid ? invalidCell(cells) : null
  for (const { slice, item, cell, level } of outside ? [outside] : cells) {
    const key = keyOf([row.versionId, slice, row.unitId, row.halfMonth, item, cell, level])
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
}
