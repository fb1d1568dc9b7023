import 'server-only'
import { everything } from '@/domain/cell'
import { channels, modes } from '@/domain/door'
import { type Figures, formulaVersion } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import type { Group } from '@/domain/group'
import { nearestShown } from '@/domain/hiding/nearest-shown'
import { type PlaceSlice, unknown } from '@/domain/place-item'
import type { Total } from '@/domain/report'
import { say } from '@/lib/words'
import type { UnitDossiers } from '../dossiers/stats'
import { rowsByPlace } from './by-place'
import type { RatesContext } from './context'
import { coverageOf, resolvedBy } from './coverage'
import { formsOf } from './forms'
import { readInvalidated } from './invalidated'
import type { Places, RatesReading } from './reading'
import { isEverybodyShown, type RatesSource } from './source'

export type Head = Omit<Figures, 'by' | 'rows' | 'order' | 'leftOut' | 'breaks' | 'asOf'>

/** The total of a view, hidden as it is beside its breakdowns; what those rest on is not read. */
export const totalOf = ({ context, source }: RatesReading): Total =>
  totalFrom(context, source, source.grid.sum(context.under, everything))

function totalFrom(context: RatesContext, source: RatesSource, group: Group): Total {
  const { unit, filter, halfMonths } = context
  const isHidden = !isEverybodyShown(source, unit.id, halfMonths)
  return {
    scope: scopeOf(context, source),
    period: { from: filter.from, to: filter.to },
    total: toRow({ key: unit.code, label: unit.name }, group, { isHidden }),
  }
}

/** What stands above every breakdown. */
export async function readHead(
  { context, source, places: readPlaces }: RatesReading,
  dossiers: ReadonlyMap<number, UnitDossiers>,
): Promise<Head> {
  const { unit, under, halfMonths } = context
  const group = source.grid.sum(under, everything)
  const head = totalFrom(context, source, group)
  const isShown = head.total.status !== 'suppressed'
  const places = await readPlaces()
  const nearest = isShown ? null : nearestShown(source.everybody, unit.id, halfMonths)
  return {
    ...head,
    formula: 'top-two-box',
    formulaVersion,
    ...(nearest ? { nearest } : {}),
    coverage: isShown
      ? coverageOf(under, source.grid, everything, resolvedBy(dossiers))
      : { status: 'suppressed' },
    missing: isShown ? group.missing : null,
    notApplicable: isShown ? group.notApplicable : null,
    ...(isShown
      ? await readInvalidated(context, source, head.total, group)
      : { invalidated: null }),
    channels: mix(context, places, 'channel', channels).map((row) => {
      const forms = row.n === undefined ? undefined : formsOf(source, row.key, row.n)
      return forms ? { ...row, forms } : row
    }),
    modes: mix(context, places, 'mode', [...modes, unknown]),
  }
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
