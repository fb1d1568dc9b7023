import 'server-only'
import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Row } from '@libsql/client'
import { type Scope, unitsFor } from '@/domain/access'
import type { Channel, Mode, Touchpoint } from '@/domain/door'
import { firstDayOf, type HalfMonths, monthOf, type Period } from '@/domain/period'
import { ok, type Result, refused } from '@/domain/problem'
import { smallGroup } from '@/domain/rate'
import type { Locale } from '@/domain/survey'
import { database } from './client'
import { listDesks } from './desks'
import { listFields } from './fields'
import { findContext, type RatesContext, type RatesProblem } from './rates-context'
import type { StoredVersion } from './surveys'
import { sumCells } from './tally-cells'

type Named = Readonly<{ code: string; name: string }>

/** A response without anything that tells whose it is: no id, no time, no door, no comment. */
export type ResponseRow = Readonly<{
  version: StoredVersion
  /** `YYYY-MM`. */
  month: string
  unit: Named
  /** Null also where fewer than five responses came from the desk in that month. */
  desk: Named | null
  field: Named | null
  touchpoint: Touchpoint | null
  channel: Channel
  mode: Mode
  locale: Locale
  /** Parsed answers by question id. */
  answers: Readonly<Record<string, unknown>>
}>

export type ResponseRows = Readonly<{
  versions: readonly StoredVersion[]
  pages: AsyncGenerator<readonly ResponseRow[]>
}>

type View = Period & Readonly<{ unit: string; survey: string }>

/** About 10 ms of work each, that of the reader included: the driver holds the event loop meanwhile. */
const rowsPerPage = 200
const keysPerRead = 5000

/**
 * Every valid response of a unit (with everything under it), survey and period that was there when the reading began,
 * by month and unit, and within both in no order at all. Memory grows by eight bytes per response of one unit and month;
 * no transaction is held, and whoever stops reading ends the work.
 */
export async function openResponses(
  scope: Scope,
  view: View,
): Promise<Result<ResponseRows, RatesProblem>> {
  const found = await findContext(scope, { ...view, locale: 'vi' })
  if (!found.ok) return found
  const context = found.value
  if (!unitsFor(scope, 'exports').has(context.unit.id)) {
    return refused({ code: 'not-found', field: 'unit' })
  }
  return ok({ versions: context.versions, pages: readPages(context) })
}

async function* readPages(context: RatesContext): AsyncGenerator<readonly ResponseRow[]> {
  const places = await readPlaces(context)
  // Before the last response is fixed: a desk must not be named for people who are not in the file.
  const named = await desksWithEnough(context)
  const last = await lastResponse()
  for (const month of monthsIn(context.halfMonths)) {
    for (const unitId of context.under) {
      const keys = await listKeys(unitId, month, last)
      await shuffle(keys)
      for (let start = 0; start < keys.length; start += rowsPerPage) {
        const page = await readRows(context, keys.subarray(start, start + rowsPerPage))
        if (page.length > 0) yield page.map((row) => toResponse(context, places, named, row))
        await setImmediate()
      }
    }
  }
}

type Places = Readonly<{ desks: ReadonlyMap<number, Named>; fields: ReadonlyMap<number, Named> }>

async function readPlaces({ under }: RatesContext): Promise<Places> {
  const desks = await listDesks(under)
  const fields = await listFields()
  return {
    desks: new Map(desks.map(({ id, code, label }) => [id, { code, name: label }])),
    fields: new Map(fields.map(({ id, code, name }) => [id, { code, name }])),
  }
}

/** `desk month` of those with five responses and more, from the tallies. */
async function desksWithEnough(context: RatesContext): Promise<ReadonlySet<string>> {
  const counts = new Map<string, number>()
  const cells = await sumCells({
    versionIds: context.versions.map(({ rowId }) => rowId),
    slices: ['desk'],
    unitIds: context.under,
    halfMonths: context.halfMonths,
    byMonth: true,
  })
  for (const { item, month, n } of cells) {
    const key = `${item} ${month}`
    counts.set(key, (counts.get(key) ?? 0) + n)
  }
  return new Set([...counts].flatMap(([key, n]) => (n >= smallGroup ? [key] : [])))
}

async function lastResponse(): Promise<number> {
  const { rows } = await database().$client.execute('select max(seq) from responses')
  return Number(rows[0]?.[0] ?? 0)
}

/** The half-months of each month in turn; the first and the last month may be halves. */
function monthsIn({ first, last }: HalfMonths): HalfMonths[] {
  const months: HalfMonths[] = []
  for (let half = first; half <= last; half = (half | 1) + 1) {
    months.push({ first: half, last: Math.min(half | 1, last) })
  }
  return months
}

/** Along the index of unit and half-month alone. */
async function listKeys(unitId: number, month: HalfMonths, last: number): Promise<Float64Array> {
  const keys: number[] = []
  for (let half = month.first; half <= month.last; half++) {
    for (let after = 0; ; await setImmediate()) {
      const { rows } = await database().$client.execute({
        sql: `select seq from responses where unit_id = ? and half_month = ? and seq > ? and seq <= ?
          order by seq limit ?`,
        args: [unitId, half, after, last, keysPerRead],
      })
      for (const row of rows) keys.push(Number(row[0]))
      after = keys.at(-1) ?? 0
      if (rows.length < keysPerRead) break
    }
  }
  return Float64Array.from(keys)
}

/** Fisher and Yates; which response came before which is nobody's business. */
async function shuffle(keys: Float64Array): Promise<void> {
  for (let end = keys.length; end > 1; end -= keysPerRead) {
    const start = Math.max(1, end - keysPerRead)
    const random = randomBytes((end - start) * 4)
    for (let at = end - 1; at >= start; at--) {
      const other = random.readUInt32LE((at - start) * 4) % (at + 1)
      const [a = 0, b = 0] = [keys[at], keys[other]]
      keys[at] = b
      keys[other] = a
    }
    await setImmediate()
  }
}

/** In the order of the keys, without those of other surveys and those that were invalidated. */
async function readRows({ versions }: RatesContext, keys: Float64Array): Promise<Row[]> {
  const { rows } = await database().$client.execute({
    sql: `select r.version_id, r.unit_id, r.desk_id, r.field_id, r.touchpoint, r.channel, r.mode, r.locale,
        r.half_month, r.answers
      from json_each(?) k cross join responses r on r.seq = k.value
      where r.tallied = 1 and r.version_id in (select value from json_each(?))`,
    args: [JSON.stringify([...keys]), JSON.stringify(versions.map(({ rowId }) => rowId))],
  })
  return rows
}

function toResponse(
  { versions, tree }: RatesContext,
  { desks, fields }: Places,
  named: ReadonlySet<string>,
  row: Row,
): ResponseRow {
  const version = versions.find(({ rowId }) => rowId === Number(row.version_id))
  const unit = tree.byId.get(Number(row.unit_id))
  if (!version || !unit) throw new Error('a response of another survey or unit')
  const month = monthOf(firstDayOf(Number(row.half_month)))
  const isNamed = named.has(`${row.desk_id} ${month}`)
  return {
    version,
    month,
    unit,
    desk: (isNamed && desks.get(Number(row.desk_id))) || null,
    field: fields.get(Number(row.field_id)) ?? null,
    // Only the intake writes these columns, with values it has checked.
    touchpoint: row.touchpoint as Touchpoint | null,
    channel: row.channel as Channel,
    mode: row.mode as Mode,
    locale: row.locale as Locale,
    answers: JSON.parse(String(row.answers)) as Record<string, unknown>,
  }
}
