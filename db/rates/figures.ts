import 'server-only'
import type { Scope } from '@/domain/access'
import { channels, touchpoints } from '@/domain/door'
import type { By, FigureRow, Figures, LeftOut } from '@/domain/figure'
import { ok, type Result } from '@/domain/problem'
import type { RatesFilter, View } from '@/domain/rates-filter'
import type { MessageKey } from '@/lib/i18n'
import { shared } from '@/lib/shared'
import { takeTurn } from '@/lib/unhurried'
import type { UnitDossiers } from '../dossiers/stats'
import { rowsByDesk } from './by-desk'
import { rowsByFactor } from './by-factor'
import { rowsByField } from './by-field'
import { rowsByMonth } from './by-month'
import { rowsByOption } from './by-option'
import { rowsByPlace } from './by-place'
import { rowsByQuestion } from './by-question'
import { rowsByUnit } from './by-unit'
import { findContext, type RatesProblem } from './context'
import { type Head, readHead } from './head'
import { openReading, type RatesReading } from './reading'

type Dossiers = ReadonlyMap<number, UnitDossiers>
type Breakdown = Readonly<{
  rows: readonly FigureRow[]
  order?: Figures['order']
  breaks?: readonly string[]
  leftOut?: readonly LeftOut[]
}>

/**
 * The figures of one unit (with everything under it), survey and period, by one further dimension:
 * what the dashboard and the interface both show. What must stay hidden is not in the answer.
 * @param now the instant that is printed as `asOf`.
 */
export async function listRates(
  scope: Scope,
  { by, ...view }: RatesFilter,
  now = Date.now(),
): Promise<Result<Figures, RatesProblem>> {
  const reading = await readRates(scope, view)
  if (!reading.ok) return reading
  const [figures] = await listFigures(reading.value, [by], now)
  if (!figures) throw new Error('one breakdown was asked for')
  await takeTurn()
  return ok(figures)
}

/** Opens a view: what all its breakdowns share is then read once. */
export async function readRates(
  scope: Scope,
  view: View,
): Promise<Result<RatesReading, RatesProblem>> {
  const found = await findContext(scope, view)
  return found.ok ? ok(await openReading(found.value)) : found
}

/** The figures of a view by each of these dimensions, in their order. */
export async function listFigures(
  reading: RatesReading,
  bys: readonly By[],
  now: number,
): Promise<Figures[]> {
  const { source } = reading
  const dossiers = await reading.dossiers()
  const known = made.get(reading) ?? { head: readHead(reading, dossiers), breakdowns: new Map() }
  made.set(reading, known)
  const forget = () => made.delete(reading)
  known.head.catch(forget)
  const head = { ...(await known.head), asOf: new Date(now).toISOString() }
  const all: Figures[] = []
  for (const by of bys) {
    const breakdown = known.breakdowns.get(by) ?? breakDown(reading, by, dossiers)
    known.breakdowns.set(by, breakdown)
    breakdown.catch(forget)
    const { rows, order, leftOut, breaks } = await breakdown
    all.push({
      ...head,
      by,
      rows,
      order: order ?? 'given',
      leftOut: [...source.leftOut, ...(leftOut ?? [])],
      breaks: breaks ?? [],
    })
  }
  return all
}

/** What was made of a view already: nothing of it changes as long as the view is kept. */
type Made = Readonly<{ head: Promise<Head>; breakdowns: Map<By, Promise<Breakdown>> }>
const made = shared('breakdowns', () => new WeakMap<RatesReading, Made>())

async function breakDown(
  { context, source, places, questions, options }: RatesReading,
  by: By,
  dossiers: Dossiers,
): Promise<Breakdown> {
  if (by === 'total') return { rows: [] }
  if (by === 'unit') return rowsByUnit(context, source, dossiers)
  if (by === 'month') return rowsByMonth(context, source)
  if (by === 'desk') return { rows: await rowsByDesk(context, await places()) }
  if (by === 'field') return { rows: await rowsByField(context, await places(), dossiers) }
  if (by === 'question' || by === 'factor') {
    const { cells, hiding } = await questions()
    if (by === 'factor') return rowsByFactor(context, source, cells, hiding)
    return rowsByQuestion(context, source, cells, hiding)
  }
  if (by === 'reason' || by === 'fact') {
    return { rows: await rowsByOption(context, source, by, await options(by)) }
  }
  const labelOf = (item: string) => context.t(placeKey(by, item))
  return { rows: rowsByPlace(context, await places(), by, labelOf) }
}

function placeKey(by: 'touchpoint' | 'channel', item: string): MessageKey {
  if (by === 'touchpoint') {
    const touchpoint = touchpoints.find((one) => one === item)
    return touchpoint ? `figures.touchpoint.${touchpoint}` : 'figures.row.unknown.touchpoint'
  }
  const channel = channels.find((one) => one === item)
  return channel ? `figures.channel.${channel}` : 'figures.row.unknown.channel'
}
