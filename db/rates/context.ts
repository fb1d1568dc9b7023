import 'server-only'
import type { Scope } from '@/domain/access'
import { type HalfMonths, halfMonthsOf } from '@/domain/period'
import { ok, type Result, refused } from '@/domain/problem'
import type { View } from '@/domain/rates-filter'
import { ancestorsOf, subtreeOf, type Unit, type UnitTree } from '@/domain/unit'
import { type Translate, translator } from '@/lib/i18n'
import { figuresAt } from '../client'
import { listVersions, type StoredVersion } from '../surveys/surveys'
import { findUnitFor } from '../units/units'
import { noteLook } from './looks'

/** What every breakdown of one view needs to know. */
export type RatesContext = Readonly<{
  filter: View
  /** What `figuresAt` gave for no unit before the tree and the versions were read. */
  readAt: number
  halfMonths: HalfMonths
  t: Translate
  tree: UnitTree
  unit: Unit
  /** The unit and everything under it. */
  under: readonly number[]
  /** The highest unit above it that the person may see, and everything under that one. */
  root: number
  all: readonly number[]
  /** Oldest first, at least one. */
  versions: readonly StoredVersion[]
}>

export type RatesProblem = 'not-found' | 'not-half-months'

/** An unknown unit and one outside the person's reach answer the same. */
export async function findContext(
  scope: Scope,
  filter: View,
): Promise<Result<RatesContext, RatesProblem>> {
  noteLook()
  const halfMonths = halfMonthsOf(filter)
  if (!halfMonths) return refused({ code: 'not-half-months', field: 'from' })
  const readAt = figuresAt([])
  const found = await findUnitFor(scope, 'figures', filter.unit)
  if (!found) return refused({ code: 'not-found', field: 'unit' })
  const { unit, tree, allowed } = found
  const versions = await listVersions(filter.survey)
  if (versions.length === 0) return refused({ code: 'not-found', field: 'survey' })
  const root = filter.root ?? rootOf(tree, unit.id, allowed)
  return ok(contextOf({ filter, readAt, halfMonths, tree, unit, root, versions }))
}

type Found = Omit<RatesContext, 't' | 'under' | 'all'>

/** What follows from what was looked up already, by whoever may see it. */
export const contextOf = (found: Found): RatesContext => ({
  ...found,
  t: translator(found.filter.locale),
  under: subtreeOf(found.tree, found.unit.id),
  all: subtreeOf(found.tree, found.root),
})

/** Where the reach of somebody who may see these units begins above this one: the tree that hiding looks at. */
export const rootOf = (tree: UnitTree, unitId: number, allowed: ReadonlySet<number>): number =>
  ancestorsOf(tree, unitId)
    .filter(({ id }) => allowed.has(id))
    .at(-1)?.id ?? unitId
