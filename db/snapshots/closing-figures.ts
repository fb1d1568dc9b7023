import 'server-only'
import { setTimeout } from 'node:timers/promises'
import type { Scope } from '@/domain/access'
import { canonicalJson } from '@/domain/canonical-json'
import type { Period } from '@/domain/period'
import type { Report } from '@/domain/report'
import type { Basis, SnapshotContent } from '@/domain/snapshot/snapshot'
import type { Unit } from '@/domain/unit'
import { readReport } from '../rates/report'
import type { StoredVersion } from '../surveys/surveys'
import { countAround, type Ground, readBasis } from './basis'

/** What is to be closed. `requestId` is made with the form, so that sending it twice closes once. */
export type ClosingWish = Period &
  Readonly<{ unit: string; survey: string; note: string; requestId: string }>

export type ClosingPlace = Readonly<{
  unit: Unit
  survey: string
  /** The newest one; its title is the survey's. */
  version: StoredVersion
  /** The unit with everything under it, and the whole tree it stands in. */
  ground: Ground
  around: Ground
  /** From the highest unit down to this one: where somebody's reach can begin. */
  roots: readonly Unit[]
}>

export type Still = Readonly<{ basis: Basis; reports: SnapshotContent['reports'] }>

/** The language of record: a closed report says what it says to everybody. */
export const closingLocale = 'vi'

/**
 * The figures and what they were made of, read while neither moved: a response that came in between reading the one
 * and the other would make the snapshot a lie. Null when answers come too fast for that.
 */
export async function readStill(
  scope: Scope,
  place: ClosingPlace,
  now: number,
): Promise<Still | null> {
  for (let attempt = 1; attempt <= 8; attempt++) {
    const before = await countAround(place.around)
    // The order of arrival is read after that count: whatever is in the figures came before it.
    const basis = await readBasis(place.ground)
    const reports = await readReports(scope, place, now)
    const after = { ...(await readBasis(place.ground)), lastSeq: basis.lastSeq }
    const isStill = before === (await countAround(place.around))
    if (isStill && canonicalJson(basis) === canonicalJson(after)) return { basis, reports }
    await setTimeout(20 * attempt)
  }
  return null
}

/** One report for every place where a reader's reach can begin; those that turn out the same are stored once. */
async function readReports(
  scope: Scope,
  { roots, unit, survey, ground }: ClosingPlace,
  now: number,
): Promise<SnapshotContent['reports']> {
  const distinct = new Map<string, { roots: number[]; report: Report }>()
  for (const { id: root } of roots) {
    const view = { unit: unit.code, survey, ...ground.period, locale: closingLocale, root } as const
    const report = await readReport(scope, view, now)
    if (!report.ok) throw new Error('the filter was not checked')
    const text = canonicalJson(report.value)
    const same = distinct.get(text)
    if (same) same.roots.push(root)
    else distinct.set(text, { roots: [root], report: report.value })
  }
  return [...distinct.values()]
}
