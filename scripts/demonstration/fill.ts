import { write } from '@/db/client'
import { statStatement } from '@/db/dossiers/statements'
import { recordResponse } from '@/db/responses/intake'
import { recordDoor } from '@/db/surveys/doors'
import { getVersion } from '@/db/surveys/surveys'
import { recordDesk } from '@/db/units/desks'
import { getFieldId } from '@/db/units/fields'
import { getUnit, recordSuccession, recordUnit } from '@/db/units/units'
import { type Day, localDay } from '@/domain/period'
import { dossiersOf, type MonthOfDossiers } from './dossiers'
import { communePlan, districtPlan, doorPlans, type UnitPlan, yearOf } from './plan'
import { doorCodeOf, envelopeOf, type Visit, visitsOf } from './visits'

export type Filled = Readonly<{ recorded: number; known: number }>

/** Fills the demonstration office once; says nothing and does nothing where it is there already. */
export async function fillEmptyOffice(): Promise<Filled | null> {
  if (await getUnit(communePlan.code)) return null
  return fillOffice(6000, 1, localDay(Date.now()))
}

/** Makes the units, desks and doors where missing, and takes in the first n responses of the seed and day. */
export async function fillOffice(n: number, seed: number, today: Day): Promise<Filled> {
  for (const plan of [communePlan, districtPlan]) {
    const isNew = await makeUnit(plan, yearOf(plan, today).from)
    if (isNew) await recordDossiers(plan, dossiersOf(plan, today, seed, n))
  }
  let recorded = 0
  const visits = visitsOf(seed, today, n)
  for (let start = 0; start < visits.length; start += groupSize) {
    const outcomes = await Promise.all(visits.slice(start, start + groupSize).map(receive))
    recorded += outcomes.filter((outcome) => outcome === 'recorded').length
  }
  return { recorded, known: n - recorded }
}

// As many as share one transaction of the write path.
const groupSize = 64

const byDemo = { actorId: null, actor: 'demo' }

/** True when the unit was not there before. */
async function makeUnit(plan: UnitPlan, openedOn: Day): Promise<boolean> {
  const known = await getUnit(plan.code)
  if (!known) {
    await recordUnit({ ...plan, parentCode: 'office' }, byDemo, Date.now())
    await recordSuccession(plan.code, plan)
  }
  const unit = known ?? (await getUnit(plan.code))
  if (!unit) throw new Error(`unit ${plan.code} vanished`)
  for (const desk of plan.desks) {
    const fieldId = await getFieldId(desk.field)
    const { id: deskId } = await recordDesk(unit.id, desk.code, desk.label)
    for (const door of doorPlans) {
      await recordDoor({
        code: doorCodeOf(plan, door, desk),
        kind: door.kind,
        channel: door.channel,
        surveyCode: door.survey,
        unitId: unit.id,
        deskId: door.perDesk ? deskId : null,
        fieldId: door.perDesk ? fieldId : null,
        openedAt: Date.parse(`${openedOn}T00:00:00+07:00`),
        closedAt: plan.validTo ? Date.parse(`${plan.validTo}T23:59:59+07:00`) : null,
      })
    }
  }
  return known === null
}

async function recordDossiers(plan: UnitPlan, months: readonly MonthOfDossiers[]): Promise<void> {
  const now = Date.now()
  const source = 'Số liệu mẫu, không có thật'
  const stats = months.map(({ field, period, counts }) =>
    statStatement({ unitCode: plan.code, fieldCode: field, period, counts, source }, now),
  )
  await write(stats)
}

/** The way of every response: the only difference is that the clock is that of the visit. */
async function receive(visit: Visit): Promise<string> {
  const version = await getVersion(`${visit.door.survey}@1`)
  if (!version) throw new Error(`survey ${visit.door.survey} vanished`)
  const envelope = envelopeOf(visit, version.definition, version.id)
  const recorded = await recordResponse(envelope, visit.at + 2000, 'office')
  if (recorded.outcome === 'refused') {
    throw new Error(`refused ${envelope.door}: ${JSON.stringify(recorded.problems)}`)
  }
  return recorded.outcome
}
