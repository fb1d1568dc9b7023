import 'server-only'
import type { Grid } from '@/domain/grid'
import type { Hiding } from '@/domain/hiding'
import type { HalfMonths } from '@/domain/period'
import type { View } from '@/domain/rates-filter'
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
  /** The same unit and survey in another period, without reading again what is true of all periods. */
  at: (period: View, halfMonths: HalfMonths) => Promise<RatesReading>
}>

export type Places = Readonly<{ grid: Grid; hiding: Hiding }>
export type Questions = Readonly<{ cells: readonly SummedCell[]; hiding: Hiding }>

export async function openReading(context: RatesContext): Promise<RatesReading> {
  return readAt(context, await readPast(context), new Map())
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
