import { database, write } from '@/db/client'
import { enrolDevice } from '@/db/devices/enrolment'
import { makeEnrolmentCode } from '@/db/devices/new-enrolment-code'
import { listDesks } from '@/db/units/desks'
import { listUnits } from '@/db/units/units'
import { computeScope, type Role, type Scope } from '@/domain/access'
import { lines } from './recount'

/** Somebody with a role at a unit, who exists: what they do stands in the audit log. */
export async function someoneAt(unitCode: string, role: Role = 'admin'): Promise<Scope> {
  await write([
    `insert into users (email, name, password_hash, created_at) values ('${role}@${unitCode}', 'Lan', '', 0)
      on conflict do nothing`,
  ])
  const [id] = await lines(`select id from users where email = '${role}@${unitCode}'`)
  const units = await listUnits()
  const unitId = units.find(({ code }) => code === unitCode)?.id ?? 0
  const person = { userId: Number(id), email: `${role}@${unitCode}`, name: 'Lan' }
  return computeScope(person, [{ unitId, role }], units)
}

/** The number of a desk by its unit's code and its own. */
export async function deskAt(unitCode: string, deskCode = '1'): Promise<number> {
  const unit = (await listUnits()).find(({ code }) => code === unitCode)
  const desk = (await listDesks([unit?.id ?? 0])).find(({ code }) => code === deskCode)
  if (!desk) throw new Error(`no desk ${deskCode} at ${unitCode}`)
  return desk.id
}

type Where = Readonly<{
  unit?: string
  desk?: string
  surveys?: readonly string[]
  previous?: string
}>

/** A one-time code for a desk, made by its administrator. */
export async function makeCodeAt({ unit = 'office', desk, surveys }: Where, now: number) {
  const made = await makeEnrolmentCode(
    await someoneAt(unit),
    { deskId: await deskAt(unit, desk), surveyCodes: surveys ?? ['kiosk-1'], name: '' },
    now,
  )
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value.code
}

/** A tablet that has just been enrolled, with the codes of its doors in their order. */
export async function enrolAt(where: Where, now: number) {
  const code = await makeCodeAt(where, now)
  const enrolled = await enrolDevice({ code, previous: where.previous ?? null }, now)
  if (!enrolled.ok) throw new Error(JSON.stringify(enrolled.problems))
  return { ...enrolled.value, doors: await doorsOf(enrolled.value.deviceId) }
}

async function doorsOf(deviceId: number): Promise<string[]> {
  const { rows } = await database().$client.execute({
    sql: `select d.code from device_surveys s join doors d on d.id = s.door_id
      where s.device_id = ? order by s.position`,
    args: [deviceId],
  })
  return rows.map((row) => String(row[0]))
}
