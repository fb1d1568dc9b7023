import 'server-only'
import { randomBytes } from 'node:crypto'
import type { HalfMonths } from '@/domain/period'
import { takeTurn } from '@/lib/unhurried'
import { database } from '../client'

export type KeyQuery = Readonly<{
  versionIds: readonly number[]
  unitId: number
  halfMonths: HalfMonths
  /** The last response that may be among them. */
  last: number
}>

/** Some milliseconds of work each, also where the rows have to come from the disk: the driver holds the event loop meanwhile. */
const rowsPerRead = 1000
const swapsPerTurn = 20_000

/**
 * The keys of the valid responses of a unit, eight bytes each, in no order at all: which response came before which is
 * nobody's business.
 */
export async function drawKeys(query: KeyQuery): Promise<Float64Array> {
  const keys = Float64Array.from(await listKeys(query))
  await shuffle(keys)
  return keys
}

/** Along the index of unit and half-month. Those of other surveys stand between them: a read ends after so many of all. */
async function listKeys({ versionIds, unitId, halfMonths, last }: KeyQuery): Promise<number[]> {
  const keys: number[] = []
  const sql = `select count(*), max(seq), json_group_array(seq) filter (
        where tallied = 1 and version_id in (select value from json_each(?)))
      from (select seq, tallied, version_id from responses
        where unit_id = ? and half_month = ? and seq > ? and seq <= ? order by seq limit ${rowsPerRead})`
  for (let half = halfMonths.first; half <= halfMonths.last; half++) {
    for (let after = 0, read = rowsPerRead; read === rowsPerRead; await takeTurn()) {
      const args = [JSON.stringify(versionIds), unitId, half, after, last]
      const [row] = (await database().$client.execute({ sql, args })).rows
      for (const key of JSON.parse(String(row?.[2])) as number[]) keys.push(key)
      read = Number(row?.[0])
      after = Number(row?.[1])
    }
  }
  return keys
}

/** Fisher and Yates. */
async function shuffle(keys: Float64Array): Promise<void> {
  for (let end = keys.length; end > 1; end -= swapsPerTurn) {
    const start = Math.max(1, end - swapsPerTurn)
    const random = randomBytes((end - start) * 4)
    for (let at = end - 1; at >= start; at--) {
      const other = random.readUInt32LE((at - start) * 4) % (at + 1)
      const [a = 0, b = 0] = [keys[at], keys[other]]
      keys[at] = b
      keys[other] = a
    }
    await takeTurn()
  }
}
