import { hashPassword } from '@/auth/password'
import { database, useDatabase, write } from '@/db/client'
import { recordRedaction } from '@/db/comments/redactions'
import { makeFirstThings } from '@/db/installation/first-start'
import { migrateDatabase } from '@/db/installation/migrate'
import { decideInvalidation } from '@/db/invalidations/decisions'
import { proposeInvalidation } from '@/db/invalidations/proposals'
import { closePeriod } from '@/db/snapshots/closing'
import { listUnits, unitStatement } from '@/db/units/units'
import { computeScope, type Scope } from '@/domain/access'
import { fileUrl } from '@/lib/env'
import { lines } from '../recount'
import { cast, emailOf, parents, password, people, type UnitCode, unitCodes } from './cast'
import { arrival, countByHand, enterDossiers, must, numbers, range, record } from './figures'
import { codeOf, lookDay, markOf, type Office, type Place, september } from './place'

const proposals = 4
const confirmed = 4
const free = 12

/** How something at a unit is called, so that it is told from all others. */
export type Words = (unit: UnitCode, what: string) => string

const marked: Words = (unit, what) => `${what} ${markOf(unit)}`

/** Fills a new database file with an office in which every unit has one of everything, marked as its own. */
export async function foundOffice(file: string, words: Words = marked): Promise<Office> {
  await migrateDatabase(useDatabase(fileUrl(file)))
  await database().$client.execute('PRAGMA synchronous = OFF')
  await makeFirstThings(arrival)
  // The unit of the first start stands apart from the others.
  await write([
    {
      sql: "update units set code = ?, name = ? where code = 'office'",
      args: [codeOf('apart'), words('apart', 'Đơn vị')],
    },
    ...unitCodes.filter((unit) => unit !== 'apart').map(newUnit(words)),
  ])
  await write(unitCodes.flatMap(furnish(words)))
  await addPeople(words)
  const [first, second] = [await scopeOf('nhat'), await scopeOf('nhi')]
  const places = new Map<UnitCode, Place>()
  for (const unit of unitCodes) places.set(unit, await fill(unit, { first, second, words }))
  return Object.fromEntries(places) as Office
}

const newUnit = (words: Words) => (unit: UnitCode) => {
  const parent = parents[unit]
  return unitStatement({
    code: codeOf(unit),
    name: words(unit, 'Đơn vị'),
    level: parent === null ? 'tinh' : 'xa',
    ...(parent === null ? {} : { parentCode: codeOf(parent) }),
  })
}

/** Desk, doors, tablets, and units below. */
const furnish = (words: Words) => (unit: UnitCode) => {
  const code = codeOf(unit)
  const inUnit = (sql: string, ...args: string[]) => ({ sql, args: [...args, code] })
  return [
    ...['q1', 'q2'].map((desk) =>
      inUnit(
        'insert into desks (unit_id, code, label) select id, ?, ? from units where code = ?',
        desk,
        words(unit, `Quầy ${desk}`),
      ),
    ),
    ...['kiosk-1', 'desk-8'].map((survey) =>
      inUnit(
        `insert into doors (code, kind, channel, survey_id, unit_id, desk_id, opened_at)
          select ?, 'link', 'qr', s.id, u.id, d.id, 0 from surveys s, units u join desks d on d.unit_id = u.id
          and d.code = 'q1' where s.code = ? and u.code = ?`,
        `${code}.${survey}`,
        survey,
      ),
    ),
    ...range(4).map((n) =>
      inUnit(
        `insert into devices (unit_id, desk_id, name, enrolled_at, last_seen_at)
          select u.id, d.id, ?, 1, 1 from units u join desks d on d.unit_id = u.id and d.code = 'q1' where u.code = ?`,
        words(unit, `Máy ${n}`),
      ),
    ),
    ...range(8).map((n) =>
      unitStatement({
        code: `${code}-la${n}`,
        name: words(unit, `Tổ ${n}`),
        level: 'office',
        parentCode: code,
      }),
    ),
    {
      sql: `update units set valid_to = '2025-06-30', successor_id = (select id from units where code = ?)
        where code = ?`,
      args: [`${code}-la6`, `${code}-la7`],
    },
  ]
}

async function addPeople(words: Words): Promise<void> {
  const hash = await hashPassword(password)
  const add = (email: string, name: string, grants: readonly (readonly [string, UnitCode])[]) => [
    {
      sql: 'insert into users (email, name, password_hash, created_at) values (?, ?, ?, 0)',
      args: [email, name, hash],
    },
    ...grants.map(([role, unit]) => ({
      sql: `insert into grants (user_id, unit_id, role)
        select p.id, u.id, ? from users p, units u where p.email = ? and u.code = ?`,
      args: [role, email, codeOf(unit)],
    })),
  ]
  const staff = unitCodes.flatMap((unit) =>
    range(5).flatMap((n) =>
      add(`${n}-${markOf(unit)}@quyen.example`, words(unit, `Cán bộ ${n}`), [['viewer', unit]]),
    ),
  )
  await write([
    ...add('nhat@quyen.example', 'Người đề nghị', [['admin', 'top']]),
    ...add('nhi@quyen.example', 'Người xác nhận', [['admin', 'top']]),
    ...people.flatMap((name) => add(emailOf(name), name, cast[name].grants)),
    ...staff,
  ])
}

async function scopeOf(name: string): Promise<Scope> {
  const units = await listUnits()
  const email = `${name}@quyen.example`
  const [id] = await numbers(`select id from users where email = '${email}'`)
  const unitId = units.find(({ code }) => code === codeOf('top'))?.id ?? 0
  return computeScope({ userId: id ?? 0, email, name }, [{ unitId, role: 'admin' }], units)
}

type Hands = Readonly<{ first: Scope; second: Scope; words: Words }>

/** What is counted, said, proposed, closed and entered at a unit. */
async function fill(unit: UnitCode, { first, second, words }: Hands): Promise<Place> {
  const code = codeOf(unit)
  const [id = 0] = await numbers(`select id from units where code = '${code}'`)
  await record(unit, 'kiosk-1', 12, Date.UTC(2025, 8, 10, 3), (n) => ({
    overall: 4,
    comment: words(unit, `Ý kiến ${n}`),
  }))
  await countByHand(unit, id, words(unit, 'Phiếu giấy'))
  const responses = await record(
    unit,
    'desk-8',
    proposals + confirmed + free,
    Date.parse(`${lookDay}T03:00:00Z`),
    (n) => ({ q1: 'ask', q8: 1 + (n % 5) }),
  )
  const made: number[] = []
  for (const seq of responses.slice(free)) {
    const reason = words(unit, 'Lý do')
    const proposal = { responses: [seq], reason, sign: 'burst' as const }
    made.push(must(await proposeInvalidation(first, proposal, arrival)))
  }
  for (const one of made.slice(proposals)) {
    must(await decideInvalidation(second, one, 'confirmed', arrival))
  }
  await enterDossiers(unit, first, words(unit, 'Biểu'))
  const comments = await lines(`select key from comments where unit_id = ${id} order by id`)
  for (const key of comments.slice(8)) must(await recordRedaction(first, key, 'Ý kiến', arrival))
  const wish = { unit: code, survey: 'kiosk-1', ...september, note: words(unit, 'Ghi chú') }
  const closing = must(
    await closePeriod(first, { ...wish, requestId: `first-of-${code}` }, arrival),
  ).number
  const [deskId = 0] = await numbers(`select id from desks where unit_id = ${id} and code = 'q1'`)
  const [doorId = 0] = await numbers(`select id from doors where code = '${code}.desk-8'`)
  const staff = await numbers(
    `select id from users where email like '%-${markOf(unit)}@%' order by id`,
  )
  return {
    ...{ unit: code, desk: 'q1', deskId, door: `${code}.desk-8`, doorId, closing },
    person: staff[0] ?? 0,
    people: staff.slice(1),
    devices: await numbers(`select id from devices where unit_id = ${id} order by id`),
    comments: comments.slice(0, 8),
    redacted: (
      await lines(
        `select c.key, r.id from redactions r join comments c on c.id = r.comment_id where c.unit_id = ${id}`,
      )
    ).map(toRedacted),
    responses: responses.slice(0, free),
    proposals: made.slice(0, proposals),
    confirmed: made.slice(proposals),
    dossiers: await numbers(`select id from dossier_stats where unit_id = ${id} order by id`),
    leaves: range(8).map((n) => `${code}-la${n}`),
  }
}

function toRedacted(line: string) {
  const [key = '', number] = line.split(' ')
  return { key, id: Number(number) }
}
