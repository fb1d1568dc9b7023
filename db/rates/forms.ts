import 'server-only'
import type { Channel } from '@/domain/door'
import type { Forms } from '@/domain/figure'
import { countOf } from '@/domain/rate'
import { overallSheets, type RatesSource } from './source'

/**
 * The forms that were handed out for the `n` responses of a channel. Undefined where some of the responses are on no
 * tally sheet or on one that does not say how many were handed out: what is known of the others would tell of these.
 */
export function formsOf(source: RatesSource, channel: Channel, n: number): Forms | undefined {
  const sheets = overallSheets(source).filter((sheet) => sheet.channel === channel)
  const onSheets = sheets.reduce((sum, { levels }) => sum + countOf(levels), 0)
  const handedOut = sumKnown(sheets.map((sheet) => sheet.handedOut))
  if (!handedOut || onSheets !== n) return undefined
  return {
    handedOut,
    returned: sumKnown(sheets.map((sheet) => sheet.returned)),
    invalid: sumKnown(sheets.map((sheet) => sheet.invalid)),
  }
}

/** Null as soon as one of them is not known. */
const sumKnown = (counts: readonly (number | null)[]): number | null =>
  counts.reduce((sum: number | null, n) => (sum === null || n === null ? null : sum + n), 0)
