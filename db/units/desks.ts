import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import type { Scope } from '@/domain/access'
import { compareNames } from '@/domain/name-order'
import { ok, type Result, refused, tooLong } from '@/domain/problem'
import { tidy } from '@/domain/tidy-text'
import { doneBy, writeWithAudit } from '../audit/log'
import { database, write } from '../client'
import { KeptWhole } from '../kept-whole'
import { desks } from '../schema/units'
import { listUnitsFor } from './units'

/** Where a person was served (quầy). The code is unique within its unit. */
export type Desk = typeof desks.$inferSelect

/** The desks of these units, by unit and code, where codes are numbers by these. */
export const listDesks = (unitIds: readonly number[]): Promise<readonly Desk[]> =>
  known.value(unitIds.join(' '), [], () => readDesks(unitIds))

/** Every page of the figures asks for those of its units. */
const known = new KeptWhole<readonly Desk[]>('desks', 50)

async function readDesks(unitIds: readonly number[]): Promise<Desk[]> {
  const found = await database()
    .select()
    .from(desks)
    .where(inArray(desks.unitId, [...unitIds]))
    .orderBy(desks.unitId, desks.code)
  return found.toSorted((a, b) => a.unitId - b.unitId || compareNames(a.code, b.code))
}

/** Those where somebody is served: a tablet or link is set up at one of them. */
export const listOpenDesks = async (unitIds: readonly number[]): Promise<readonly Desk[]> =>
  (await listDesks(unitIds)).filter(({ closedAt }) => closedAt === null)

/** Makes the desk unless it is there already, and answers it. */
export async function recordDesk(unitId: number, code: string, label: string): Promise<Desk> {
  const made = database().insert(desks).values({ unitId, code, label }).onConflictDoNothing()
  await write([made])
  const [desk] = await database()
    .select()
    .from(desks)
    .where(and(eq(desks.unitId, unitId), eq(desks.code, code)))
  if (!desk) throw new Error(`desk ${code} vanished`)
  return desk
}

export type NewDesk = Readonly<{ unitCode: string; code: string; label: string }>

export const longestDesk = { code: 20, label: 80 }

/** Adds a desk to a unit that the person administers. */
export async function addDesk(
  scope: Scope,
  desk: NewDesk,
  now: number,
): Promise<Result<null, 'not-found' | 'blank-desk' | 'too-long' | 'desk-exists'>> {
  const unit = (await listUnitsFor(scope, 'administration')).find(
    (one) => one.code === desk.unitCode,
  )
  if (!unit) return refused({ code: 'not-found', field: 'unit' })
  const code = tidy(desk.code)
  const label = tidy(desk.label)
  if (!code || !label) return refused({ code: 'blank-desk', field: code ? 'label' : 'code' })
  if (code.length > longestDesk.code) return tooLong('code', longestDesk.code)
  if (label.length > longestDesk.label) return tooLong('label', longestDesk.label)
  const there = await listDesks([unit.id])
  if (there.some((one) => one.code === code)) return refused({ code: 'desk-exists', field: 'code' })
  await writeWithAudit(
    [database().insert(desks).values({ unitId: unit.id, code, label }).onConflictDoNothing()],
    doneBy(scope, { action: 'desk-added', unitId: unit.id, detail: { desk: code } }),
    now,
  )
  return ok(null)
}
