import 'server-only'
import type { Grid } from '@/domain/grid'
import type { Hiding, ItemRule } from '@/domain/hiding'
import type { HalfMonths } from '@/domain/period'
import type { View } from '@/domain/rates-filter'
import { countWrites, type Database, database } from './client'
import { type OptionRole, ruleOptions } from './rates-by-option'
import type { RatesContext } from './rates-context'
import { type Past, readPast } from './rates-past'
import { readPlaces, rulePlaces } from './rates-places'
import { readScales, ruleQuestions } from './rates-questions'
import { type RatesSource, readSource } from './rates-source'
import type { SummedCell } from './tally-cells'
import { finishUnhurried } from './unhurried'

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
type Kept = Readonly<{ writes: number; past: Promise<Past>; rules: Map<string, Promise<ItemRule>> }>

const kept = new WeakMap<Database, Map<string, Kept>>()
const mostKept = 20

export async function openReading(context: RatesContext): Promise<RatesReading> {
  const byView = kept.get(database()) ?? new Map<string, Kept>()
  kept.set(database(), byView)
  const writes = countWrites()
  const key = `${context.root} ${context.filter.survey}`
  const found = byView.get(key)
  if (found?.writes === writes) return readAt(context, await found.past, found.rules)
  const past = readPast(context)
  const rules = new Map<string, Promise<ItemRule>>()
  if (byView.size >= mostKept) byView.clear()
  byView.set(key, { writes, past, rules })
  past.catch(() => byView.delete(key))
  return readAt(context, await past, rules)
}

async function readAt(
  context: RatesContext,
  past: Past,
  known: Map<string, Promise<ItemRule>>,
): Promise<RatesReading> {
  const source = await readSource(context, past)
  const hide = async (key: string, choose: () => Promise<ItemRule>): Promise<Hiding> => {
    const rule = known.get(key) ?? choose()
    known.set(key, rule)
    rule.catch(() => known.delete(key))
    return finishUnhurried((await rule).hideIn(context.halfMonths))
  }
  const { series, newest } = source
  return {
    context,
    source,
    places: remember(async () => ({
      grid: await readPlaces(context, source),
      hiding: await hide(`places ${series.key}`, () => rulePlaces(context, past, series)),
    })),
    questions: remember(async () => ({
      cells: await readScales(context),
      hiding: await hide(`questions ${newest.id}`, () => ruleQuestions(context, source)),
    })),
    options: (role) => hide(`${role} ${newest.id}`, () => ruleOptions(context, source, role)),
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
