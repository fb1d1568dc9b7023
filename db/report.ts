import 'server-only'
import type { Scope } from '@/domain/access'
import type { By, Figures } from '@/domain/figure'
import { type Period, previousPeriod, yearBefore } from '@/domain/period'
import { ok, type Result } from '@/domain/problem'
import type { RatesFilter } from '@/domain/rates-filter'
import { type Against, type Report, setAgainst } from '@/domain/report'
import { getDossierTable } from './dossiers'
import { listRates } from './rates'
import type { RatesProblem } from './rates-context'

type View = Omit<RatesFilter, 'by'>

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
  const total = await listRates(scope, { ...view, by: 'total' }, now)
  if (!total.ok) return total
  const { from, to } = view
  const dossiers = await getDossierTable(scope, view.unit, { from, to })
  if (!dossiers.ok) return dossiers
  const isShown = total.value.total.status === 'ok' || total.value.total.status === 'reference'
  const against = (period: Period) => readAgainst(scope, total.value, { ...view, ...period }, now)
  return ok({
    total: total.value,
    breakdowns: isShown ? await listBreakdowns(scope, view, now) : [],
    previous: await against(previousPeriod(view) ?? view),
    lastYear: await against(yearBefore(view)),
    dossiers: dossiers.value,
  })
}

async function listBreakdowns(scope: Scope, view: View, now: number): Promise<Figures[]> {
  const all = await Promise.all(inOrder.map((by) => listRates(scope, { ...view, by }, now)))
  return all.flatMap((one) => (one.ok ? [one.value] : []))
}

async function readAgainst(
  scope: Scope,
  figures: Figures,
  view: View,
  now: number,
): Promise<Against> {
  const then = await listRates(scope, { ...view, by: 'total' }, now)
  if (!then.ok) throw new Error('a period that is no union of half-months beside one that is')
  return setAgainst(figures, then.value)
}
