import 'server-only'
import { type Scope, unitsFor } from '@/domain/access'
import { firstDayOf, type HalfMonths, monthOf, type Period } from '@/domain/period'
import { ok, type Result, refused } from '@/domain/problem'
import type { ResponseRow } from '@/domain/response-row'
import { takeTurn } from '@/lib/unhurried'
import { findContext, type RatesContext, type RatesProblem } from '../rates/context'
import type { StoredVersion } from '../surveys/surveys'
import { lastResponse, readRows } from './export-answers'
import { drawKeys } from './export-keys'
import { desksWithEnough, readPlaces } from './export-places'

export type ResponseRows = Readonly<{
  versions: readonly StoredVersion[]
  pages: AsyncGenerator<readonly ResponseRow[]>
}>

type View = Period & Readonly<{ unit: string; survey: string }>

/**
 * A millisecond or two of work each: the driver holds the event loop meanwhile. And little enough to be forgotten soon: of
 * pages of 200 so much lived on until all of the heap was looked through that an export took 150 MB.
 */
const rowsPerPage = 64

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
  const versions = new Map(context.versions.map((version) => [version.rowId, version]))
  const versionIds = [...versions.keys()]
  for (const halfMonths of monthsIn(context.halfMonths)) {
    const month = monthOf(firstDayOf(halfMonths.first))
    for (const unitId of context.under) {
      const unit = context.tree.byId.get(unitId)
      const keys = await drawKeys({ versionIds, unitId, halfMonths, last })
      for (let start = 0; start < keys.length; start += rowsPerPage) {
        const stored = await readRows(keys.subarray(start, start + rowsPerPage))
        const page = stored.map(
          ([[versionId, deskId, fieldId, touchpoint, channel, mode, locale], answers]) => {
            const version = versions.get(versionId)
            if (!version || !unit) throw new Error('a response of another survey or unit')
            const desk = named.has(`${deskId} ${month}`) ? places.desks.get(Number(deskId)) : null
            const field = places.fields.get(Number(fieldId)) ?? null
            const place = { month, unit, desk: desk ?? null, field }
            return { version, ...place, touchpoint, channel, mode, locale, answers }
          },
        )
        if (page.length > 0) yield page
        await takeTurn()
      }
    }
  }
}

/** The half-months of each month in turn; the first and the last month may be halves. */
function monthsIn({ first, last }: HalfMonths): HalfMonths[] {
  const months: HalfMonths[] = []
  for (let half = first; half <= last; half = (half | 1) + 1) {
    months.push({ first: half, last: Math.min(half | 1, last) })
  }
  return months
}
