import 'server-only'
import { and, desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { DossierCounts } from '@/domain/dossier/dossier'
import type { Period } from '@/domain/period'
import type { Unit } from '@/domain/unit'
import { database } from '../client'
import { users } from '../schema/people'
import { dossierStats } from '../schema/statistics'
import { fields } from '../schema/units'
import { countsOf } from './standing'

/** Statistics as somebody entered them; `ended` where they were corrected (`replacedBy`) or withdrawn. */
export type DossierEntry = Readonly<{
  id: number
  field: Readonly<{ code: string; name: string }> | null
  counts: DossierCounts
  source: string
  enteredAt: number
  /** Null where a command brought them in. */
  enteredBy: string | null
  ended: Readonly<{ at: number; by: string | null; reason: string; isReplaced: boolean }> | null
}>

/** What was entered for one unit and exactly these days, what stands and what has ended, newest first. */
export async function listDossierEntries(unit: Unit, period: Period): Promise<DossierEntry[]> {
  const ender = alias(users, 'ender')
  const rows = await database()
    .select({ stat: dossierStats, field: fields, by: users.name, endedBy: ender.name })
    .from(dossierStats)
    .leftJoin(fields, eq(fields.id, dossierStats.fieldId))
    .leftJoin(users, eq(users.id, dossierStats.createdBy))
    .leftJoin(ender, eq(ender.id, dossierStats.endedBy))
    .where(
      and(
        eq(dossierStats.unitId, unit.id),
        eq(dossierStats.fromOn, period.from),
        eq(dossierStats.toOn, period.to),
      ),
    )
    .orderBy(desc(dossierStats.createdAt), desc(dossierStats.id))
    .limit(1000)
  return rows.map(({ stat, field, by, endedBy }) => ({
    id: stat.id,
    field: field && { code: field.code, name: field.name },
    counts: countsOf(stat),
    source: stat.source,
    enteredAt: stat.createdAt,
    enteredBy: by,
    ended:
      stat.endedAt === null
        ? null
        : {
            at: stat.endedAt,
            by: endedBy,
            reason: stat.endReason ?? '',
            isReplaced: stat.replacedBy !== null,
          },
  }))
}
