import 'server-only'
import type { Grid } from '@/domain/grid'
import type { Hiding } from '@/domain/hiding'
import type { HalfMonths } from '@/domain/period'
import type { View } from '@/domain/rates-filter'
import { countWrites, type Database, database } from './client'
import { hideOptions, type OptionRole } from './rates-by-option'
import type { RatesContext } from './rates-context'
import { type Past, readPast } from './rates-past'
import { hidePlaces, readPlaces } from './rates-places'
import { hideQuestions, readScales } from './rates-questions'
import { type RatesSource, readSource } from './rates-source'
import type { SummedCell } from './tally-cells'

/** What the breakdowns of one unit, survey and period share; each is read when it is first asked for. */
export type RatesReading = Readonly<{
  context: RatesContext
  source: RatesSource
  places: () => Promise<Places>
  questions: () => Promise<Questions>
  options: (role: OptionRole) => Promise<Hiding>
  /** The same unit and survey in another period, without reading again what is true of all periods. */
  at: (period: View, halfMonths: HalfMonths) => Promise<RatesReading>
}>

export type Places = Readonly<{ grid: Grid; hiding: Hiding }>
export type Questions = Readonly<{ cells: readonly SummedCell[]; hiding: Hiding }>

/** What is true of all periods is kept until the next write: pages of one moment share it. */
type Kept = Readonly<{ writes: number; past: Promise<Past>; hidings: Map<string, Promise<Hiding>> }>

const kept = new WeakMap<Database, Map<string, Kept>>()
const mostKept = 20

export async function openReading(context: RatesContext): Promise<RatesReading> {
  const byView = kept.get(database()) ?? new Map<string, Kept>()
  kept.set(database(), byView)
  const writes = countWrites()
  const key = `${context.root} ${context.filter.survey}`
  const found = byView.get(key)
  if (found?.writes === writes) return readAt(context, await found.past, found.hidings)
  const past = readPast(context)
  const hidings = new Map<string, Promise<Hiding>>()
  if (byView.size >= mostKept) byView.clear()
  byView.set(key, { writes, past, hidings })
  past.catch(() => byView.delete(key))
  return readAt(context, await past, hidings)
}

async function readAt(
  context: RatesContext,
  past: Past,
  known: Map<string, Promise<Hiding>>,
): Promise<RatesReading> {
  const source = await readSource(context, past)
  const once = (key: string, read: () => Promise<Hiding>): Promise<Hiding> => {
    const hiding = known.get(key) ?? read()
    known.set(key, hiding)
    hiding.catch(() => known.delete(key))
    return hiding
  }
  const { series, newest } = source
  return {
    context,
    source,
    places: remember(async () => ({
      grid: await readPlaces(context, source),
      hiding: await once(`places ${series.key}`, () => hidePlaces(context, past, series)),
    })),
    questions: remember(async () => ({
      cells: await readScales(context),
      hiding: await once(`questions ${newest.id}`, () => hideQuestions(context, source)),
    })),
    options: (role) => once(`${role} ${newest.id}`, () => hideOptions(context, source, role)),
    at: (filter, halfMonths) => readAt({ ...context, filter, halfMonths }, past, known),
  }
}

function remember<T>(read: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined
  return () => {
    found ??= read()
    return found
  }
}
