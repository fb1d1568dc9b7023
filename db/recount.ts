import 'server-only'
import type { Transaction } from '@libsql/client'
import type { Channel, Mode, Touchpoint } from '@/domain/door'
import { halfMonthOf, periodOf } from '@/domain/period'
import type { ParsedAnswers } from '@/domain/response'
import type { SurveyDefinition } from '@/domain/survey'
import { invalidCell, tallyCells } from '@/domain/tally'

/** Called with one plain English sentence per fault. */
export type OnFault = (sentence: string) => void

type Version = Readonly<{ publicId: string; definition: SurveyDefinition }>
type Counts = Map<string, number>

const pageSize = 2000

/**
 * Counts every response anew and compares the tallies with it, in both directions; what is invalidated must stand in
 * slice `invalid` alone. Reads page by page: memory grows
 * with the number of tally cells, not of responses. `reader` is a read transaction, so that the app may go on writing.
 */
export async function recountTallies(
  reader: Transaction,
  onFault: OnFault,
): Promise<Readonly<{ responses: number; cells: number }>> {
  const versions = await readVersions(reader)
  const counts: Counts = new Map()
  const responses = await countResponses(reader, versions, counts, onFault)
  const cells = await compareTallies(reader, versions, counts, onFault)
  return { responses, cells }
}

async function readVersions(reader: Transaction): Promise<ReadonlyMap<number, Version>> {
  const { rows } = await reader.execute('select id, public_id, definition from survey_versions')
  return new Map(
    rows.map((row) => [
      Number(row[0]),
      { publicId: String(row[1]), definition: JSON.parse(String(row[2])) as SurveyDefinition },
    ]),
  )
}

const responsePage = `
  select r.seq, r.version_id as versionId, r.unit_id as unitId, r.desk_id as deskId, r.field_id as fieldId, r.touchpoint,
    r.channel, r.mode, r.half_month as halfMonth, r.answered_on as answeredOn, r.answers,
    d.unit_id = r.unit_id and d.channel = r.channel as isAtDoor, r.tallied,
    exists (select 1 from invalidation_responses i
      join invalidation_decisions e on e.invalidation_id = i.invalidation_id and e.decision = 'confirmed'
      left join invalidation_restorations b on b.invalidation_id = i.invalidation_id
      where i.response_seq = r.seq and b.invalidation_id is null) as isInvalid
  from responses r join doors d on d.id = r.door_id
  where r.seq > ? order by r.seq limit ${pageSize}`

type ResponseRow = Readonly<{
  seq: number
  versionId: number
  unitId: number
  deskId: number | null
  fieldId: number | null
  touchpoint: Touchpoint | null
  channel: Channel
  mode: Mode
  halfMonth: number
  answeredOn: string
  answers: string
  isAtDoor: number
  tallied: number
  isInvalid: number
}>

async function countResponses(
  reader: Transaction,
  versions: ReadonlyMap<number, Version>,
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

function countOne(
  row: ResponseRow,
  versions: ReadonlyMap<number, Version>,
  counts: Counts,
  onFault: OnFault,
): void {
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

type Cell = readonly [number, string, number, number, string, string, number]
const keyOf = (cell: Cell) => cell.join('\t')

const tallyPage = `
  select version_id, slice, unit_id, half_month, item, cell, level, n from tallies
  where (version_id, slice, unit_id, half_month, item, cell, level) > (?, ?, ?, ?, ?, ?, ?)
  order by version_id, slice, unit_id, half_month, item, cell, level limit ${pageSize}`

/** Takes each stored cell out of the counts; what is left over afterwards is missing. Answers the cells read. */
async function compareTallies(
  reader: Transaction,
  versions: ReadonlyMap<number, Version>,
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

function describeCell(key: string, versions: ReadonlyMap<number, Version>): string {
  const [version, slice, unit, half, item, cell, level] = key.split('\t')
  const { from, to } = periodOf({ first: Number(half), last: Number(half) })
  const what = [slice, item, cell, level === '0' ? '' : `at level ${level}`].filter(Boolean)
  const code = versions.get(Number(version))?.publicId ?? `version ${version}`
  return `Tally of ${code}, unit ${unit}, ${from} to ${to}, ${what.join(' ')}`
}
