import 'server-only'
import type { Transaction } from '@libsql/client'
import type { HalfMonths } from '@/domain/period'
import type { ParsedAnswers } from '@/domain/response'
import { tallyCells } from '@/domain/tally'
import { type CountedRow, countedColumns } from '../surveys/counted-row'
import type { Versions } from './counts'

const pageSize = 2000

/** The name of a cell within a version, unit and half-month. */
export const cellKey = (slice: string, item: string, cell: string, level: number): string =>
  `${slice}\t${item}\t${cell}\t${level}`

/**
 * Counts responses in the order of their arrival, as far as they are asked for: whoever asks for several moments asks
 * in that order, and every response is read once. Memory grows with the number of cells, not of responses.
 */
export class CellCounts {
  readonly #groups = new Map<string, Map<string, number>>()
  readonly #reader: Transaction
  readonly #versions: Versions
  readonly #span: HalfMonths
  #after = 0

  constructor(reader: Transaction, versions: Versions, span: HalfMonths) {
    this.#reader = reader
    this.#versions = versions
    this.#span = span
  }

  /** Counts all responses up to this one, valid or not. */
  async advanceTo(seq: number): Promise<void> {
    const { first, last } = this.#span
    while (this.#after < seq) {
      const { rows } = await this.#reader.execute({
        sql: `select ${countedColumns} from responses r where seq > ? and seq <= ? and half_month between ? and ?
          order by seq limit ${pageSize}`,
        args: [this.#after, seq, first, last],
      })
      for (const row of rows as unknown as CountedRow[]) this.#add(row, 1)
      this.#after = rows.length < pageSize ? seq : Number(rows.at(-1)?.seq)
    }
  }

  /** Takes these responses out (−1), or puts them back (1). Answers those that there are. */
  async addAll(seqs: readonly number[], by: 1 | -1): Promise<number> {
    let found = 0
    for (let start = 0; start < seqs.length; start += pageSize) {
      const { rows } = await this.#reader.execute({
        sql: `select ${countedColumns} from responses r where seq in (select value from json_each(?))`,
        args: [JSON.stringify(seqs.slice(start, start + pageSize))],
      })
      found += rows.length
      for (const row of rows as unknown as CountedRow[]) this.#add(row, by)
    }
    return found
  }

  /** The cells of a version, unit and half-month, by `cellKey`. */
  at(versionId: number, unitId: number, halfMonth: number): ReadonlyMap<string, number> {
    return this.#groups.get(groupKey(versionId, unitId, halfMonth)) ?? new Map()
  }

  #add(row: CountedRow, by: 1 | -1): void {
    const definition = this.#versions.get(row.versionId)?.definition
    if (!definition) return
    const key = groupKey(row.versionId, row.unitId, row.halfMonth)
    const group = this.#groups.get(key) ?? new Map<string, number>()
    this.#groups.set(key, group)
    const answers = JSON.parse(row.answers) as ParsedAnswers
    for (const { slice, item, cell, level } of tallyCells(definition, answers, row)) {
      const at = cellKey(slice, item, cell, level)
      group.set(at, (group.get(at) ?? 0) + by)
    }
  }
}

const groupKey = (versionId: number, unitId: number, halfMonth: number) =>
  `${versionId} ${unitId} ${halfMonth}`
