import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { isOpenAt } from '@/domain/opening'
import { database } from '../client'
import { doors } from '../schema/doors'
import { surveys } from '../schema/surveys'
import { desks, units } from '../schema/units'

/** Where a door leads: the unit's name, and the desk's label where it has one. */
export async function getPlace(doorId: number): Promise<string | null> {
  const [row] = await database()
    .select({ unit: units.name, desk: desks.label })
    .from(doors)
    .innerJoin(units, eq(units.id, doors.unitId))
    .leftJoin(desks, eq(desks.id, doors.deskId))
    .where(eq(doors.id, doorId))
  return row ? [row.unit, row.desk].filter(Boolean).join(' · ') : null
}

/** A way in from the front page: its code, and the name of the unit that is asked about. */
export type FrontLink = Readonly<{ code: string; unit: string }>

/**
 * The links that are open now, in the order in which they were made: those that stand for a whole unit. Those of communes
 * come first, where people are served: an office above them has made its own before.
 * The links of single desks and fields hang where they belong and would only puzzle people on a front page.
 */
export async function listFrontLinks(now: number, most: number): Promise<FrontLink[]> {
  const rows = await database()
    .select({ door: doors, survey: surveys, unit: units.name, level: units.level })
    .from(doors)
    .innerJoin(units, eq(units.id, doors.unitId))
    .innerJoin(surveys, eq(surveys.id, doors.surveyId))
    .where(
      and(
        eq(doors.kind, 'link'),
        eq(doors.channel, 'link'),
        isNull(doors.deskId),
        isNull(doors.fieldId),
        isNull(doors.touchpoint),
      ),
    )
    .orderBy(doors.id)
  return rows
    .filter(({ door, survey }) => isOpenAt([door, survey], now))
    .slice(0, most)
    .toSorted((a, b) => Number(b.level === 'xa') - Number(a.level === 'xa'))
    .map(({ door, unit }) => ({ code: door.code, unit }))
}
