import 'server-only'
import type { HalfMonths } from '@/domain/period'
import { countedSince } from '../client'
import { type Kept, KeptByUnit } from './kept-by-unit'
import { bytesOf, type Ledger, ledgerOf, renewed } from './ledger'
import { type CellQuery, readByUnit } from './pages'

/** In bytes: two years of three questionnaires of a province take some twenty millions. */
const kept = new KeptByUnit<Ledger>('ledgers', 60e6, bytesOf)

const always: HalfMonths = { first: 0, last: 9999 * 24 }

/**
 * What was counted in these units at all times, one ledger each, in their order. A ledger is kept; when somebody has
 * answered in its unit, the half-months that were counted in are read again.
 */
export const readLedgers = (query: CellQuery, unitIds: readonly number[]): Promise<Ledger[]> =>
  kept.values(JSON.stringify([query.versionIds, query.slices]), unitIds, (missing, before) =>
    readMissing(query, missing, before),
  )

async function* readMissing(
  query: CellQuery,
  unitIds: readonly number[],
  before: (unit: number) => Kept<Ledger> | undefined,
): AsyncGenerator<readonly [unit: number, ledger: Ledger]> {
  const anew: number[] = []
  for (const unit of unitIds) {
    const known = before(unit)
    const counted = known && countedSince(unit, known.stamp)
    const ledger = known && counted && (await renew(query, known.value, counted))
    if (ledger) yield [unit, ledger]
    else anew.push(unit)
  }
  for await (const [unit, lines] of readByUnit(query, anew, always)) {
    yield [unit, ledgerOf(unit, lines)]
  }
}

async function renew(
  query: CellQuery,
  ledger: Ledger,
  counted: readonly number[],
): Promise<Ledger | null> {
  // Somebody else has read it since it was found to have moved.
  if (counted.length === 0) return ledger
  const within = { first: Math.min(...counted), last: Math.max(...counted) }
  for await (const [, lines] of readByUnit(query, [ledger.unitId], within)) {
    return renewed(ledger, within, lines)
  }
  return null
}
