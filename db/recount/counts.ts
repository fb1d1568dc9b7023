import 'server-only'
import type { Transaction } from '@libsql/client'
import type { SurveyDefinition } from '@/domain/survey'

/** Called with one plain English sentence per fault. */
export type OnFault = (sentence: string) => void

type Version = Readonly<{ rowId: number; publicId: string; definition: SurveyDefinition }>

/** By their key in the database, of each survey the oldest first. */
export type Versions = ReadonlyMap<number, Version>

export async function readVersions(reader: Transaction): Promise<Versions> {
  const sql = 'select id, public_id, definition from survey_versions order by survey_id, number'
  const { rows } = await reader.execute(sql)
  const versions = rows.map((row) => ({
    rowId: Number(row[0]),
    publicId: String(row[1]),
    // Written by this app alone, and immutable since.
    definition: JSON.parse(String(row[2])) as SurveyDefinition,
  }))
  return new Map(versions.map((version) => [version.rowId, version]))
}

export type Counts = Map<string, number>

export const pageSize = 2000

export type Cell = readonly [number, string, number, number, string, string, number]

/** By what a counted cell is found again. */
export const keyOf = (cell: Cell) => cell.join('\t')
