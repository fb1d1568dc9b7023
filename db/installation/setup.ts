import 'server-only'
import { type Scope, unitsFor } from '@/domain/access'
import { ok, type Result, refused } from '@/domain/problem'
import {
  type NoteKind,
  readSetup,
  type Setup,
  type SetupFacts,
  type SetupNote,
  type SetupNotes,
  setupSteps,
} from '@/domain/setup'
import type { Unit } from '@/domain/unit'
import { doneBy, writeWithAudit } from '../audit/log'
import { database } from '../client'
import { putSetting } from '../settings'
import { getManagedUnit } from '../units/changes'
import { deskAtStart, unitAtStart } from './first-start'

/** How far the set-up of a unit is that the person administers; null for any other. */
export async function getSetup(scope: Scope, unitCode: string, now: number): Promise<Setup | null> {
  const unit = await getManagedUnit(scope, unitCode)
  if (!unit) return null
  const [facts, notes] = await Promise.all([readFacts(scope, unit, now), readNotes(unit)])
  return readSetup(facts, notes)
}

/**
 * Notes that a step was passed over, or confirmed as it stands; `all` puts the guide away. What the data show by
 * themselves is not noted, and nothing is noted twice.
 */
export async function noteSetup(
  scope: Scope,
  unitCode: string,
  asked: Readonly<{ note: string; kind: NoteKind }>,
  now: number,
): Promise<Result<null, 'not-found'>> {
  const unit = await getManagedUnit(scope, unitCode)
  const note = ([...setupSteps, 'all'] as const).find((one) => one === asked.note)
  const setup = await getSetup(scope, unitCode, now)
  const step = setup?.steps.find((one) => one.step === note)
  if (!unit || !note || (note !== 'all' && !step)) return refused({ code: 'not-found' })
  if (step?.state === 'done' || step?.state === asked.kind) return ok(null)
  await writeWithAudit(
    [putSetting(`${keyOf(unit)}${note}`, asked.kind)],
    doneBy(scope, {
      action: 'setup-noted',
      unitId: unit.id,
      detail: { unit: unitCode, step: note, noted: asked.kind },
    }),
    now,
  )
  return ok(null)
}

const keyOf = ({ id }: Unit) => `setup/${id}/`

async function readNotes(unit: Unit): Promise<SetupNotes> {
  const { rows } = await database().$client.execute({
    sql: 'select key, value from settings where key >= ? and key < ?',
    args: [keyOf(unit), `${keyOf(unit)}~`],
  })
  // Written by `noteSetup` alone.
  return new Map(
    rows.map(({ key, value }) => [
      String(key).slice(keyOf(unit).length) as SetupNote,
      value as NoteKind,
    ]),
  )
}

async function readFacts(scope: Scope, unit: Unit, now: number): Promise<SetupFacts> {
  const mine = JSON.stringify([...unitsFor(scope, 'administration')])
  const { rows } = await database().$client.execute({
    sql: `with asked as (select ? as unit, ? as mine, ? as now, ? as desk, ? as label),
        tablets as (select id from devices, asked where unit_id = unit and revoked_at is null)
      select exists (select 1 from desks where unit_id = unit and closed_at is null
          and not (code = asked.desk and desks.label = asked.label)) as desk,
        exists (select 1 from tablets) or exists (select 1 from doors d
          join surveys s on s.id = d.survey_id where d.unit_id = unit and d.kind = 'link'
          and d.code <> s.code and (d.closed_at is null or d.closed_at > now)) as link,
        exists (select 1 from tablets) or exists (select 1 from responses where unit_id = unit)
          as collecting,
        exists (select 1 from json_each(mine) m join responses r on r.unit_id = m.value
          where m.value <> unit) as elsewhere
      from asked`,
    args: [unit.id, mine, now, deskAtStart.code, deskAtStart.label],
  })
  const [row] = rows
  const isThere = (name: string) => Number(row?.[name]) === 1
  const isAsMade = unit.name === unitAtStart.name && unit.level === unitAtStart.level
  return {
    isNamed: unit.code === unitAtStart.code ? !isAsMade : null,
    hasOwnDesk: isThere('desk'),
    hasOwnLink: isThere('link'),
    isCollecting: isThere('collecting'),
    isWorkingElsewhere: isThere('elsewhere'),
  }
}
