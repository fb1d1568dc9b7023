import 'server-only'
import type { Scope } from '@/domain/access'
import { everything } from '@/domain/cell'
import { channels, modes, touchpoints } from '@/domain/door'
import {
  type By,
  type FigureRow,
  type Figures,
  formulaVersion,
  type LeftOut,
} from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { type PlaceSlice, placeItem, unknown } from '@/domain/place-item'
import { ok, type Result } from '@/domain/problem'
import type { RatesFilter, View } from '@/domain/rates-filter'
import { fieldLabel } from '@/lib/field-label'
import type { MessageKey } from '@/lib/i18n'
import { shared } from '@/lib/shared'
import { takeTurn } from '@/lib/unhurried'
import { say } from '@/lib/words'
import type { UnitDossiers } from './dossier-stats'
import { listFields } from './fields'
import { rowsByDesk } from './rates-by-desk'
import { rowsByFactor } from './rates-by-factor'
import { rowsByMonth } from './rates-by-month'
import { rowsByOption } from './rates-by-option'
import { rowsByPlace } from './rates-by-place'
import { rowsByQuestion } from './rates-by-question'
import { rowsByUnit } from './rates-by-unit'
import { findContext, type RatesContext, type RatesProblem } from './rates-context'
import { coverageOf, resolvedBy, resolvedByField } from './rates-coverage'
import { readInvalidated } from './rates-invalidated'
import { nearestOf } from './rates-nearest'
import { openReading, type Places, type RatesReading } from './rates-reading'
import { isEverybodyShown, type RatesSource } from './rates-source'

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

type Head = Omit<Figures, 'by' | 'rows' | 'order' | 'leftOut' | 'breaks' | 'asOf'>

/** What was made of a view already: nothing of it changes as long as the view is kept. */
type Made = Readonly<{ head: Promise<Head>; breakdowns: Map<By, Promise<Breakdown>> }>
const made = shared('breakdowns', () => new WeakMap<RatesReading, Made>())

/** What stands above every breakdown. */
async function readHead(
  { context, source, places: readPlaces }: RatesReading,
  dossiers: Dossiers,
): Promise<Head> {
  const { unit, under, filter, halfMonths } = context
  const group = source.grid.sum(under, everything)
  const isHidden = !isEverybodyShown(source, unit.id, halfMonths)
  const total = toRow({ key: unit.code, label: unit.name }, group, { isHidden })
  const isShown = total.status !== 'suppressed'
  const places = await readPlaces()
  const nearest = isShown ? null : nearestOf(context, source)
  return {
    scope: scopeOf(context, source),
    period: { from: filter.from, to: filter.to },
    formula: 'top-two-box',
    formulaVersion,
    total,
    ...(nearest ? { nearest } : {}),
    coverage: isShown
      ? coverageOf(under, source.grid, everything, resolvedBy(dossiers))
      : { status: 'suppressed' },
    missing: isShown ? group.missing : null,
    notApplicable: isShown ? group.notApplicable : null,
    ...(isShown ? await readInvalidated(context, source, total, group) : { invalidated: null }),
    channels: mix(context, places, 'channel', channels),
    modes: mix(context, places, 'mode', [...modes, unknown]),
  }
}

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

async function rowsByField(
  context: RatesContext,
  places: Places,
  dossiers: Dossiers,
): Promise<FigureRow[]> {
  const fields = await listFields()
  const fieldOf = (id: string) => fields.find((field) => String(field.id) === id)
  const unknownLabel = context.t('figures.row.unknown.field')
  const labelOf = (id: string) => {
    const field = fieldOf(id)
    return field ? fieldLabel(field, fields, context.t) : unknownLabel
  }
  return rowsByPlace(context, places, 'field', labelOf).map((row) => {
    if (row.key === unknown) return row
    const key = fieldOf(row.key)?.code ?? row.key
    if (row.status === 'suppressed') return { ...row, key }
    const resolvedOf = resolvedByField(dossiers, Number(row.key))
    const item = placeItem('field', row.key)
    return { ...row, key, coverage: coverageOf(context.under, places.grid, item, resolvedOf) }
  })
}

/** Numbers of people by channel or mode, hidden as the breakdown itself would hide them. */
function mix<Key extends string>(
  context: RatesContext,
  places: Places,
  slice: PlaceSlice,
  keys: readonly Key[],
): { key: Key; n?: number }[] {
  const rows = rowsByPlace(context, places, slice, (item) => item)
  return keys.flatMap((key) => {
    const row = rows.find((one) => one.key === key)
    if (!row) return []
    return row.status === 'suppressed' ? [{ key }] : [{ key, n: row.n }]
  })
}

function scopeOf(
  { unit, filter }: RatesContext,
  { newest, overall }: RatesSource,
): Figures['scope'] {
  const { code, title, printedNote } = newest.definition
  return {
    unit: { code: unit.code, name: unit.name },
    survey: {
      code,
      title: say(title, filter.locale),
      ...(printedNote ? { note: say(printedNote, filter.locale) } : {}),
    },
    question: {
      id: overall.id,
      text: say(overall.text, filter.locale),
      series: overall.seriesKey,
    },
  }
}

function placeKey(by: 'touchpoint' | 'channel', item: string): MessageKey {
  if (by === 'touchpoint') {
    const touchpoint = touchpoints.find((one) => one === item)
    return touchpoint ? `figures.touchpoint.${touchpoint}` : 'figures.row.unknown.touchpoint'
  }
  const channel = channels.find((one) => one === item)
  return channel ? `figures.channel.${channel}` : 'figures.row.unknown.channel'
}
