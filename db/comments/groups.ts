import 'server-only'
import type { Row } from '@libsql/client'
import type { Scope } from '@/domain/access'
import { leastResponses, monthSpan } from '@/domain/comment'
import type { CommentFilter } from '@/domain/comment-filter'
import { ok, type Result, refused } from '@/domain/problem'
import { subtreeOf } from '@/domain/unit'
import { database } from '../client'
import { listVersions } from '../surveys/surveys'
import { findUnitFor } from '../units/units'

/** The responses of a unit, survey and month: their comments are shown together or not at all. */
export type CommentGroup = Readonly<{
  unitId: number
  unit: string
  /** See `comments.month`. */
  month: number
  /** Valid responses, with and without words. */
  n: number
}>

export type CommentGroups = Readonly<{
  versionIds: readonly number[]
  /** Large enough, newest month first, within it by the name of the unit. */
  shown: readonly CommentGroup[]
  tooSmall: readonly CommentGroup[]
}>

/** The groups of what is asked for, in the person's units; the tallies know how many responses each has. */
export async function listGroups(
  scope: Scope,
  filter: Pick<CommentFilter, 'unit' | 'survey' | 'period'>,
): Promise<Result<CommentGroups, 'not-found'>> {
  const units = await unitsOf(scope, filter.unit)
  const versionIds = (await listVersions(filter.survey)).map(({ rowId }) => rowId)
  if (!units || versionIds.length === 0) return refused({ code: 'not-found' })
  const { first, last } = monthSpan(filter.period)
  const { rows } = await database().$client.execute({
    sql: `${sizes} and half_month between ? and ? group by 1, 2`,
    args: [JSON.stringify(versionIds), JSON.stringify([...units.keys()]), first * 2, last * 2 + 1],
  })
  const order = new Map([...units.keys()].map((id, index) => [id, index]))
  const groups = rows
    .map((row) => toGroup(row, units))
    .toSorted(
      (a, b) => b.month - a.month || (order.get(a.unitId) ?? 0) - (order.get(b.unitId) ?? 0),
    )
  return ok({
    versionIds,
    shown: groups.filter(({ n }) => n >= leastResponses),
    tooSmall: groups.filter(({ n }) => n > 0 && n < leastResponses),
  })
}

/** Whether the comments of this unit, survey and month are shown. */
export async function isGroupShown(
  unitId: number,
  versionId: number,
  month: number,
): Promise<boolean> {
  const { rows } = await database().$client.execute({
    sql: `${sizes} and half_month between ? and ? group by 1, 2`,
    args: [
      JSON.stringify(await siblingVersions(versionId)),
      JSON.stringify([unitId]),
      month * 2,
      month * 2 + 1,
    ],
  })
  return Number(rows[0]?.[2] ?? 0) >= leastResponses
}

const sizes = `select unit_id, half_month / 2 as month, sum(n) as n from tallies
  where version_id in (select value from json_each(?)) and slice = 'total'
    and unit_id in (select value from json_each(?))`

const toGroup = (row: Row, units: Names): CommentGroup => ({
  unitId: Number(row.unit_id),
  unit: units.get(Number(row.unit_id)) ?? '',
  month: Number(row.month),
  n: Number(row.n),
})

type Names = ReadonlyMap<number, string>

/** The unit and what is under it, as far as the person reads comments there, by name; null where that is none. */
async function unitsOf(scope: Scope, code: string): Promise<Names | null> {
  const asked = await findUnitFor(scope, 'comments', code)
  if (!asked) return null
  const under = new Set(subtreeOf(asked.tree, asked.unit.id))
  const mine = [...asked.tree.byId.values()].filter(
    ({ id }) => under.has(id) && asked.allowed.has(id),
  )
  return new Map(mine.map(({ id, name }) => [id, name]))
}

async function siblingVersions(versionId: number): Promise<number[]> {
  const sql = `select id from survey_versions
    where survey_id = (select survey_id from survey_versions where id = ?)`
  const { rows } = await database().$client.execute({ sql, args: [versionId] })
  return rows.map((row) => Number(row[0]))
}
