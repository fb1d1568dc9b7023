import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import type { Scope } from '@/domain/access'
import { ok, type Result, refused, tooLong } from '@/domain/problem'
import { tidy } from '@/domain/tidy-text'
import { doneBy, writeWithAudit } from '../audit/log'
import { database } from '../client'
import { devices } from '../schema/doors'
import { desks } from '../schema/units'
import { getManagedUnit } from './changes'
import { type Desk, listDesks, longestDesk } from './desks'
import { listFieldsAt } from './fields'

type DeskChange = Readonly<{ label: string; fieldCodes: readonly string[] }>

/** Renames a desk and says which fields it serves. Its code never changes. */
export async function changeDesk(
  scope: Scope,
  place: Readonly<{ unitCode: string; code: string }>,
  { label, fieldCodes }: DeskChange,
  now: number,
): Promise<Result<null, 'not-found' | 'blank-desk' | 'too-long'>> {
  const desk = await getManagedDesk(scope, place)
  if (!desk) return refused({ code: 'not-found' })
  const name = tidy(label)
  if (!name) return refused({ code: 'blank-desk', field: 'label' })
  if (name.length > longestDesk.label) return tooLong('label', longestDesk.label)
  const offered = await listFieldsAt(desk.id)
  const chosen = offered.filter(({ code }) => fieldCodes.includes(code))
  await writeWithAudit(
    [
      database().update(desks).set({ label: name }).where(eq(desks.id, desk.id)),
      { sql: 'delete from desk_fields where desk_id = ?', args: [desk.id] },
      {
        sql: 'insert into desk_fields (desk_id, field_id) select ?, value from json_each(?)',
        args: [desk.id, JSON.stringify(chosen.map(({ id }) => id))],
      },
    ],
    doneBy(scope, {
      action: 'desk-changed',
      unitId: desk.unitId,
      detail: { desk: desk.code, label: name, fields: chosen.map(({ code }) => code).join(' ') },
    }),
    now,
  )
  return ok(null)
}

/**
 * Closes a desk with its links and QR codes, or opens it again (its links stay closed). A desk with a tablet stays:
 * answers would go on coming in for a desk that is not there.
 */
export async function setDeskOpen(
  scope: Scope,
  place: Readonly<{ unitCode: string; code: string }>,
  isOpen: boolean,
  now: number,
): Promise<Result<null, 'not-found' | 'desk-has-tablets'>> {
  const desk = await getManagedDesk(scope, place)
  if (!desk) return refused({ code: 'not-found' })
  if ((desk.closedAt === null) === isOpen) return ok(null)
  if (!isOpen && (await hasTablets(desk.id))) return refused({ code: 'desk-has-tablets' })
  const shut = {
    sql: `update doors set closed_at = ? where desk_id = ? and kind = 'link'
      and (closed_at is null or closed_at > ?)`,
    args: [now, desk.id, now],
  }
  const change = database()
    .update(desks)
    .set({ closedAt: isOpen ? null : now })
    .where(eq(desks.id, desk.id))
  await writeWithAudit(
    isOpen ? [change] : [change, shut],
    doneBy(scope, {
      action: isOpen ? 'desk-opened' : 'desk-closed',
      unitId: desk.unitId,
      detail: { desk: desk.code },
    }),
    now,
  )
  return ok(null)
}

async function getManagedDesk(
  scope: Scope,
  { unitCode, code }: Readonly<{ unitCode: string; code: string }>,
): Promise<Desk | null> {
  const unit = await getManagedUnit(scope, unitCode)
  if (!unit) return null
  return (await listDesks([unit.id])).find((desk) => desk.code === code) ?? null
}

async function hasTablets(deskId: number): Promise<boolean> {
  const rows = await database()
    .select({ id: devices.id })
    .from(devices)
    .where(and(eq(devices.deskId, deskId), isNull(devices.revokedAt)))
    .limit(1)
  return rows.length > 0
}
