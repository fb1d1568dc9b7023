import 'server-only'
import type { Grid } from '@/domain/grid'
import { GroupMemory } from '@/domain/hiding/group-memory'
import { type Hiding, hideIn } from '@/domain/hiding/hiding'
import type { ItemGroups } from '@/domain/hiding/item-groups'
import type { HalfMonths } from '@/domain/period'
import type { View } from '@/domain/rates-filter'
import { shared } from '@/lib/shared'
import { finishUnhurried } from '@/lib/unhurried'
import { type Database, database, figuresAt } from '../client'
import { sumDossiers, type UnitDossiers } from '../dossiers/stats'
import type { SummedCell } from '../tallies/cells'
import type { RatesContext } from './context'
import { type OptionRole, ruleOptions } from './options'
import { type Past, readPast } from './past'
import { readPlaces, rulePlaces } from './places'
import { readScales } from './question-members'
import { ruleQuestions } from './questions'
import { type RatesSource, readSource } from './source'

/** What the breakdowns of one unit, survey and period share; each is read when it is first asked for. */
export type RatesReading = Readonly<{
  context: RatesContext
  source: RatesSource
  places: () => Promise<Places>
  questions: () => Promise<Questions>
  options: (role: OptionRole) => Promise<Hiding>
  dossiers: () => Promise<ReadonlyMap<number, UnitDossiers>>
  /** The same unit and survey in another period, without reading again what is true of all periods. */
  at: (period: View, halfMonths: HalfMonths) => Promise<RatesReading>
}>

export type Places = Readonly<{ grid: Grid; hiding: Hiding }>
type Questions = Readonly<{ cells: readonly SummedCell[]; hiding: Hiding }>

/** What is true of all periods, and the views that were opened last, as long as nothing of its units moves. */
type Ground = Readonly<{
  stamp: number
  past: Promise<Past>
  groups: Map<string, Promise<ItemGroups>>
  views: Map<string, Promise<RatesReading>>
  /** What was chosen is taken over from the ground before: most of it has not moved. */
  memories: Map<string, GroupMemory>
}>

/** By root and survey. Pages of one moment share them. */
const kept = shared('grounds', () => new WeakMap<Database, Map<string, Ground>>())
const mostGrounds = 20
/** A view of a province takes some megabytes. */
const mostViews = 4

export async function openReading(context: RatesContext): Promise<RatesReading> {
  const ground = groundOf(context)
  return viewOf(context, await ground.past, ground)
}

function groundOf(context: RatesContext): Ground {
  const grounds = kept.get(database()) ?? new Map<string, Ground>()
  kept.set(database(), grounds)
  const stamp = figuresAt(context.all)
  const key = `${context.root} ${context.filter.survey}`
  const found = grounds.get(key)
  // Units or versions were changed while they were read: what is made of them is for this one look.
  const isCurrent = context.readAt === figuresAt([])
  if (isCurrent && found?.stamp === stamp) return found
  if (!found && grounds.size >= mostGrounds) grounds.clear()
  const memories = found?.memories ?? new Map<string, GroupMemory>()
  const past = readPast(context, (series) => memoryOf(memories, series).cuts.begin())
  const ground = { stamp, past, groups: new Map(), views: new Map(), memories }
  if (isCurrent) grounds.set(key, ground)
  ground.past.catch(() => grounds.get(key) === ground && grounds.delete(key))
  return ground
}

function viewOf(context: RatesContext, past: Past, ground: Ground): Promise<RatesReading> {
  const { views } = ground
  const { unit, filter } = context
  const key = `${unit.id} ${filter.from} ${filter.to} ${filter.locale}`
  const known = views.get(key)
  if (known) return known
  if (views.size >= mostViews) views.clear()
  const view = readAt(context, past, ground)
  views.set(key, view)
  view.catch(() => views.delete(key))
  return view
}

async function readAt(context: RatesContext, past: Past, ground: Ground): Promise<RatesReading> {
  const { groups: known, memories } = ground
  const source = await readSource(context, past)
  type Choose = (memory: GroupMemory) => Promise<ItemGroups>
  const hide = async (key: string, choose: Choose): Promise<Hiding> => {
    const groups = known.get(key) ?? choose(memoryOf(memories, key))
    known.set(key, groups)
    groups.catch(() => known.delete(key))
    return finishUnhurried(hideIn(await groups, context.halfMonths))
  }
  const { series, newest } = source
  return {
    context,
    source,
    places: remember(async () => ({
      grid: await readPlaces(context, source),
      hiding: await hide(`places ${series.key}`, (memory) =>
        rulePlaces(context, past, series, memory),
      ),
    })),
    questions: remember(async () => ({
      cells: await readScales(context),
      hiding: await hide(`questions ${newest.id}`, (memory) =>
        ruleQuestions(context, source, memory),
      ),
    })),
    dossiers: remember(() => sumDossiers(context.all, context.filter)),
    options: (role) =>
      hide(`${role} ${newest.id}`, (memory) => ruleOptions(context, source, role, memory)),
    at: (filter, halfMonths) => viewOf({ ...context, filter, halfMonths }, past, ground),
  }
}

function memoryOf(memories: Map<string, GroupMemory>, key: string): GroupMemory {
  const memory = memories.get(key) ?? new GroupMemory()
  memories.set(key, memory)
  return memory
}

function remember<T>(read: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined
  return () => {
    const reading = found ?? read()
    found = reading
    reading.catch(() => {
      if (found === reading) found = undefined
    })
    return reading
  }
}
