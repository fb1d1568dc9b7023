import 'server-only'
import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { type Scope, unitsFor } from '@/domain/access'
import type { Period } from '@/domain/period'
import type { Report } from '@/domain/report'
import { reportFor, type SnapshotContent } from '@/domain/snapshot/snapshot'
import { parseSnapshot } from '@/domain/snapshot/stored-snapshot'
import { plantTree, subtreeOf, type UnitTree, unitByCode } from '@/domain/unit'
import { takeTurn } from '@/lib/unhurried'
import { database } from '../client'
import { rootOf } from '../rates/context'
import { snapshots } from '../schema/snapshots'
import { surveys } from '../schema/surveys'
import { findUnitFor, listUnits } from '../units/units'
import { checksumOf } from './closing-content'

/** A closed period as this person may see it. */
export type Snapshot = Readonly<{
  id: number
  number: string
  unitId: number
  unit: string
  survey: string
  period: Period
  closedAt: number
  checksum: string
  /** `damaged`: the text no longer fits its checksum. `unknown`: of a format that this version cannot read. */
  state: 'whole' | 'damaged' | 'unknown'
  /** Null unless whole. */
  held: Readonly<{ content: SnapshotContent; report: Report }> | null
}>

const pageSize = 20

/**
 * The snapshots of a unit and everything under it that the person may see figures of, newest first; one page.
 * @param before the id of the last one on the page before
 */
export async function listSnapshots(
  scope: Scope,
  { unit, before }: Readonly<{ unit?: string; before?: number }> = {},
): Promise<{ snapshots: Snapshot[]; next: number | null }> {
  const tree = plantTree(await listUnits())
  const allowed = [...unitsFor(scope, 'figures')].filter((id) => isWithin(tree, id, unit))
  const where = and(
    inArray(snapshots.unitId, allowed),
    before === undefined ? undefined : lt(snapshots.id, before),
  )
  const rows = await select()
    .where(where)
    .orderBy(desc(snapshots.id))
    .limit(pageSize + 1)
  const page: Snapshot[] = []
  for (const row of rows.slice(0, pageSize)) {
    // Each is up to some hundred kilobytes of JSON.
    await takeTurn()
    page.push(openRow(scope, tree, row))
  }
  return { snapshots: page, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null }
}

/** The snapshot of this number, or null for an unknown one and for one of a unit out of reach. */
export async function getSnapshot(scope: Scope, number: string): Promise<Snapshot | null> {
  const [row] = await select().where(eq(snapshots.number, number))
  if (!row || !unitsFor(scope, 'figures').has(row.unitId)) return null
  return openRow(scope, plantTree(await listUnits()), row)
}

/** Numbers of the snapshots of exactly this unit, survey and period, newest first. */
export async function listClosed(
  scope: Scope,
  { unit, survey, from, to }: Period & Readonly<{ unit: string; survey: string }>,
): Promise<{ number: string; closedAt: number }[]> {
  const found = await findUnitFor(scope, 'figures', unit)
  if (!found) return []
  return await database()
    .select({ number: snapshots.number, closedAt: snapshots.closedAt })
    .from(snapshots)
    .innerJoin(surveys, eq(surveys.id, snapshots.surveyId))
    .where(
      and(
        eq(snapshots.unitId, found.unit.id),
        eq(surveys.code, survey),
        eq(snapshots.fromOn, from),
        eq(snapshots.toOn, to),
      ),
    )
    .orderBy(desc(snapshots.id))
    .limit(pageSize)
}

type Row = Awaited<ReturnType<typeof select>>[number]

const select = () =>
  database()
    .select({
      id: snapshots.id,
      number: snapshots.number,
      unitId: snapshots.unitId,
      survey: surveys.code,
      from: snapshots.fromOn,
      to: snapshots.toOn,
      closedAt: snapshots.closedAt,
      content: snapshots.content,
      checksum: snapshots.checksum,
    })
    .from(snapshots)
    .innerJoin(surveys, eq(surveys.id, snapshots.surveyId))

function isWithin(tree: UnitTree, id: number, unit: string | undefined): boolean {
  if (unit === undefined) return true
  const top = unitByCode(tree, unit)
  return top !== undefined && subtreeOf(tree, top.id).includes(id)
}

function openRow(scope: Scope, tree: UnitTree, row: Row): Snapshot {
  const { id, number, unitId, survey, from, to, closedAt, checksum } = row
  const isWhole = checksumOf(row.content) === checksum
  const content = isWhole ? parseSnapshot(row.content) : null
  const root = rootOf(tree, unitId, unitsFor(scope, 'figures'))
  return {
    ...{ id, number, unitId, survey, closedAt, checksum, period: { from, to } },
    unit: tree.byId.get(unitId)?.code ?? '',
    state: !isWhole ? 'damaged' : content ? 'whole' : 'unknown',
    held: content && { content, report: reportFor(content, root) },
  }
}
