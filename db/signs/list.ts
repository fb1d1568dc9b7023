import 'server-only'
import type { Scope } from '@/domain/access'
import { halfMonthsOf, type Period } from '@/domain/period'
import { ok, type Result, refused } from '@/domain/problem'
import { findBursts } from '@/domain/sign/burst'
import { compareChannels } from '@/domain/sign/channels'
import { findFast } from '@/domain/sign/fast'
import { findOutside } from '@/domain/sign/hours'
import { addToMix, findRuns, type Mix, noMix } from '@/domain/sign/run'
import type { Sign, SourceRecord } from '@/domain/sign/sign'
import { subtreeOf } from '@/domain/unit'
import { takeTurn } from '@/lib/unhurried'
import { listVersions } from '../surveys/surveys'
import { findUnitFor } from '../units/units'
import type { SightingQuery } from './sighting-pages'
import { readSightings } from './sightings'

/** One unit with everything under it, one survey, one period that is a union of half-months. */
export type SignView = Period & Readonly<{ unit: string; survey: string }>

export type SignReport = Readonly<{
  /** Of each kind the strongest first. */
  signs: readonly Sign[]
  /** Responses that were looked at. */
  n: number
  /** There are more; only the newest were looked at. */
  isCut: boolean
  /** Where they came in, most used first. */
  sources: readonly SourceRecord['source'][]
}>

/**
 * What stands out among the responses of a unit, for those who hold the right of invalidation there. Computed anew at
 * every look; nothing is done about any of it. A unit that is unknown, or not theirs, is not found.
 */
export async function listSigns(
  scope: Scope,
  view: SignView,
): Promise<Result<SignReport, 'not-found' | 'not-half-months'>> {
  const query = await findSightingQuery(scope, view)
  if (!query.ok) return query
  const { records, n, isCut } = await readSightings(query.value)
  const signs = await findSigns(records)
  const sources = records
    .toSorted((a, b) => b.timed.length - a.timed.length)
    .map(({ source }) => source)
  return ok({ signs, n, isCut, sources })
}

/** Which responses a view is about; not found where the person may not look at them. */
export async function findSightingQuery(
  scope: Scope,
  { unit: code, survey, from, to }: SignView,
): Promise<Result<SightingQuery, 'not-found' | 'not-half-months'>> {
  const halfMonths = halfMonthsOf({ from, to })
  if (!halfMonths) return refused({ code: 'not-half-months', field: 'from' })
  const found = await findUnitFor(scope, 'invalidation', code)
  const versions = await listVersions(survey)
  if (!found || versions.length === 0) return refused({ code: 'not-found' })
  const unitIds = subtreeOf(found.tree, found.unit.id).filter((id) => found.allowed.has(id))
  return ok({ versions, unitIds, halfMonths })
}

async function findSigns(records: readonly SourceRecord[]): Promise<Sign[]> {
  const mixes = mixesByUnit(records)
  const signs: Sign[] = []
  for (const record of records) {
    // From paper the moment of entry is the clerk's, and a pile is entered at once.
    if (record.source.kind === 'paper') continue
    signs.push(
      ...findBursts(record),
      ...findRuns(record, mixes.get(record.source.unitId) ?? noMix),
      ...findOutside(record),
      ...findFast(record),
    )
    await takeTurn()
  }
  for (const unitId of mixes.keys()) {
    const own = records.filter(({ source }) => source.unitId === unitId)
    signs.push(...[compareChannels(unitId, own)].flatMap((sign) => sign ?? []))
  }
  return signs.sort((a, b) => strengthOf(b) - strengthOf(a))
}

function mixesByUnit(records: readonly SourceRecord[]): Map<number, Mix> {
  const mixes = new Map<number, Mix>()
  for (const { source, timed, doubtful } of records) {
    const known = mixes.get(source.unitId) ?? noMix
    mixes.set(source.unitId, addToMix(addToMix(known, timed), doubtful))
  }
  return mixes
}

/** Orders signs of one kind; those of different kinds are never compared. */
function strengthOf(sign: Sign): number {
  if (sign.kind === 'run') return -sign.expected
  if (sign.kind === 'channels') return Math.abs(sign.comparison.difference)
  return sign.kind === 'burst' ? sign.most : sign.members.length
}
