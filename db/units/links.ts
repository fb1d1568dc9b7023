import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Scope } from '@/domain/access'
import type { Touchpoint } from '@/domain/door'
import { compareNames } from '@/domain/name-order'
import { isOpenAt } from '@/domain/opening'
import { database } from '../client'
import { doors } from '../schema/doors'
import { surveys } from '../schema/surveys'
import { desks, fields } from '../schema/units'
import { getManagedUnit } from './changes'

/** A link or QR code of a unit, as its administrators see it. */
export type UnitLink = Readonly<{
  code: string
  channel: 'link' | 'qr'
  surveyCode: string
  /** Code and label of the desk it hangs at; null for the whole unit. */
  desk: Readonly<{ code: string; label: string }> | null
  field: string | null
  touchpoint: Touchpoint | null
  isOpen: boolean
  closedAt: number | null
}>

/** The links and QR codes of a unit that the person administers, by desk, newest last; none of any other. */
export async function listUnitLinks(
  scope: Scope,
  unitCode: string,
  now: number,
): Promise<UnitLink[]> {
  const unit = await getManagedUnit(scope, unitCode)
  if (!unit) return []
  const rows = await database()
    .select({ door: doors, survey: surveys.code, desk: desks, field: fields.name })
    .from(doors)
    .innerJoin(surveys, eq(surveys.id, doors.surveyId))
    .leftJoin(desks, eq(desks.id, doors.deskId))
    .leftJoin(fields, eq(fields.id, doors.fieldId))
    .where(and(eq(doors.unitId, unit.id), eq(doors.kind, 'link')))
    .orderBy(doors.id)
  const ordered = rows.toSorted((a, b) => compareNames(a.desk?.code ?? '', b.desk?.code ?? ''))
  return ordered.map(({ door, survey, desk, field }) => ({
    code: door.code,
    channel: door.channel === 'qr' ? 'qr' : 'link',
    surveyCode: survey,
    desk: desk && { code: desk.code, label: desk.label },
    field,
    touchpoint: door.touchpoint,
    isOpen: isOpenAt([door], now),
    closedAt: door.closedAt,
  }))
}
