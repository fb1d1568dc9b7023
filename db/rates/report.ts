import 'server-only'
import type { Scope } from '@/domain/access'
import type { By } from '@/domain/figure'
import { halfMonthsOf, type Period, previousPeriod, yearBefore } from '@/domain/period'
import { ok, type Result } from '@/domain/problem'
import type { View } from '@/domain/rates-filter'
import { type Against, type Report, setAgainst, type Total, weightUnits } from '@/domain/report'
import { takeTurn } from '@/lib/unhurried'
import { getDossierTable } from '../dossiers/table'
import type { RatesProblem } from './context'
import { listFigures, readRates } from './figures'
import { totalOf } from './head'
import type { RatesReading } from './reading'

const inOrder: readonly Exclude<By, 'total'>[] = [
  'unit',
  'desk',
  'month',
  'factor',
  'question',
  'fact',
  'reason',
  'field',
  'touchpoint',
  'channel',
]

/** What every surface shows of a unit, survey and period. @param now the instant printed as `asOf`. */
export async function readReport(
  scope: Scope,
  view: View,
  now: number,
): Promise<Result<Report, RatesProblem>> {
  const reading = await readRates(scope, view)
  if (!reading.ok) return reading
  const { from, to } = view
  const dossiers = await getDossierTable(scope, view.unit, { from, to })
  if (!dossiers.ok) return dossiers
  const [total, ...breakdowns] = await listFigures(reading.value, ['total', ...inOrder], now)
  if (!total) throw new Error('the total was asked for')
  const byUnit = breakdowns.find(({ by }) => by === 'unit')
  const isShown = total.total.status === 'ok' || total.total.status === 'reference'
  const against = (period: Period) => readAgainst(reading.value, total, { ...view, ...period })
  const previous = await against(previousPeriod(view) ?? view)
  const lastYear = await against(yearBefore(view))
  // What is made of a report is made in one go.
  await takeTurn()
  return ok({
    total,
    breakdowns: isShown ? breakdowns : [],
    previous,
    lastYear,
    dossiers: dossiers.value,
    weighted: byUnit && isShown ? weightUnits(byUnit) : null,
  })
}

async function readAgainst(reading: RatesReading, total: Total, view: View): Promise<Against> {
  const halfMonths = halfMonthsOf(view)
  if (!halfMonths) throw new Error('a period that is no union of half-months beside one that is')
  return setAgainst(total, totalOf(await reading.at(view, halfMonths)))
}
