import fc from 'fast-check'
import { database } from '@/db/client'
import { desk8 } from '@/db/questionnaires/desk-8'
import { kiosk1 } from '@/db/questionnaires/kiosk-1'
import { listRates } from '@/db/rates/figures'
import type { By, Figures } from '@/domain/figure'
import { firstDayOf, halfMonthOf, lastDayOf, localDay } from '@/domain/period'
import { answersOf } from './answers'
import { arrival, scopeAt, unitCodes, type Visit } from './district'

export const today = halfMonthOf(localDay(arrival))
const definitions = { 'kiosk-1': kiosk1, 'desk-8': desk8 }

export const visitTo = (survey: Visit['survey'], unit: (typeof unitCodes)[number]) =>
  fc.record({
    survey: fc.constant(survey),
    version: fc.constantFrom(1 as const, 2 as const),
    unit: fc.constant(unit),
    place: fc.constantFrom('kiosk' as const, 'qr' as const, 'link' as const),
    daysAgo: fc.integer({ min: 0, max: 100 }),
    answers: answersOf(definitions[survey], 'qr').map(({ comment: _, ...rest }) => rest),
  })

/** Many visits to one unit, few to another: hidden cells and open ones in one database. */
export const visits = fc
  .tuple(
    ...(['kiosk-1', 'desk-8'] as const).flatMap((survey) =>
      unitCodes.map((unit, index) =>
        fc.array(visitTo(survey, unit), {
          minLength: [20, 0, 150, 4][index] ?? 0,
          maxLength: [80, 12, 250, 40][index] ?? 0,
        }),
      ),
    ),
  )
  .map((groups) => groups.flat())

export const periods = fc.tuple(fc.nat(7), fc.nat(3)).map(([ago, until]) => ({
  from: firstDayOf(today - ago),
  to: lastDayOf(today - Math.min(ago, until)),
}))

export type View = {
  survey: Visit['survey']
  unit: (typeof unitCodes)[number]
  from: string
  to: string
}

/** Empties the database of a test for the next run of a property; the app itself never deletes a response. */
export async function forgetVisits(): Promise<void> {
  await database().$client.executeMultiple(
    'drop trigger if exists responses_no_delete; delete from responses; delete from tallies',
  )
}

/** What a viewer of the whole province reads. */
export async function readView(view: View, by: By): Promise<Figures> {
  const scope = await scopeAt('tinh')
  const rates = await listRates(scope, { ...view, by, locale: 'vi' }, arrival)
  if (!rates.ok) throw new Error(JSON.stringify(rates.problems))
  return rates.value
}
