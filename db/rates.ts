import 'server-only'
import type { Scope } from '@/domain/access'
import { channels, modes, touchpoints } from '@/domain/door'
import type { FigureRow, Figures, LeftOut } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { everything, hideInTree, underId } from '@/domain/grid'
import { ok, type Result } from '@/domain/problem'
import type { RatesFilter } from '@/domain/rates-filter'
import type { MessageKey } from '@/lib/i18n'
import { say } from '@/lib/words'
import { sumDossiers } from './dossier-stats'
import { listFields } from './fields'
import { rowsByDesk } from './rates-by-desk'
import { rowsByFactor } from './rates-by-factor'
import { rowsByMonth } from './rates-by-month'
import { rowsByOption } from './rates-by-option'
import { rowsByPlace, unknown } from './rates-by-place'
import { rowsByQuestion } from './rates-by-question'
import { rowsByUnit } from './rates-by-unit'
import { findContext, type RatesContext, type RatesProblem } from './rates-context'
import { coverageOf, resolvedBy, resolvedByField } from './rates-coverage'
import { type RatesSource, readSource } from './rates-source'

type Dossiers = Awaited<ReturnType<typeof sumDossiers>>
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
  filter: RatesFilter,
  now = Date.now(),
): Promise<Result<Figures, RatesProblem>> {
  const found = await findContext(scope, filter)
  if (!found.ok) return found
  const context = found.value
  const source = await readSource(context)
  const dossiers = await sumDossiers(context.all, filter)
  const total = totalRow(context, source)
  const isShown = total.status !== 'suppressed'
  const group = source.grid.sum(context.under, everything)
  const breakdown = await breakDown(context, source, dossiers)
  return ok({
    scope: scopeOf(context, source),
    period: { from: filter.from, to: filter.to },
    asOf: new Date(now).toISOString(),
    formula: 'top-two-box',
    by: filter.by,
    total,
    rows: breakdown.rows,
    order: breakdown.order ?? 'given',
    coverage: isShown
      ? coverageOf(context.under, source.grid, everything, resolvedBy(dossiers))
      : { status: 'suppressed' },
    missing: isShown ? group.missing : null,
    notApplicable: isShown ? group.notApplicable : null,
    channels: await mix(context, source, 'channel', channels),
    modes: await mix(context, source, 'mode', [...modes, unknown]),
    leftOut: [...source.leftOut, ...(breakdown.leftOut ?? [])],
    breaks: breakdown.breaks ?? [],
  })
}

async function breakDown(
  context: RatesContext,
  source: RatesSource,
  dossiers: Dossiers,
): Promise<Breakdown> {
  const { by } = context.filter
  if (by === 'total') return { rows: [] }
  if (by === 'unit') return rowsByUnit(context, source, hiddenUnits(context, source), dossiers)
  if (by === 'desk') return { rows: await rowsByDesk(context, source) }
  if (by === 'field') return { rows: await rowsByField(context, source, dossiers) }
  if (by === 'question') return rowsByQuestion(context, source)
  if (by === 'factor') return rowsByFactor(context, source)
  if (by === 'month') return rowsByMonth(context, source)
  if (by === 'reason' || by === 'fact') return { rows: await rowsByOption(context, source, by) }
  const { rows } = await rowsByPlace(context, source, by, (item) => context.t(placeKey(by, item)))
  return { rows }
}

async function rowsByField(
  context: RatesContext,
  source: RatesSource,
  dossiers: Dossiers,
): Promise<FigureRow[]> {
  const fields = await listFields()
  const nameOf = (id: string) => fields.find((field) => String(field.id) === id)
  const unknownLabel = context.t('figures.row.unknown.field')
  const { rows, grid } = await rowsByPlace(
    context,
    source,
    'field',
    (id) => nameOf(id)?.name ?? unknownLabel,
  )
  return rows.map((row) => {
    if (row.key === unknown) return row
    const key = nameOf(row.key)?.code ?? row.key
    if (row.status === 'suppressed') return { ...row, key }
    const resolvedOf = resolvedByField(dossiers, Number(row.key))
    return { ...row, key, coverage: coverageOf(context.under, grid, row.key, resolvedOf) }
  })
}

const hiddenUnits = ({ tree, root }: RatesContext, { grid }: RatesSource) =>
  hideInTree(tree, root, grid, [])

function totalRow(context: RatesContext, source: RatesSource): FigureRow {
  const { unit, under } = context
  const isHidden = hiddenUnits(context, source).has(underId(unit.id, everything))
  const head = { key: unit.code, label: unit.name }
  return toRow(head, source.grid.sum(under, everything), { isHidden })
}

/** Numbers of people by channel or mode, hidden as the breakdown itself would hide them. */
async function mix<Key extends string>(
  context: RatesContext,
  source: RatesSource,
  slice: 'channel' | 'mode',
  keys: readonly Key[],
): Promise<{ key: Key; n?: number }[]> {
  const { rows } = await rowsByPlace(context, source, slice, (item) => item)
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
