import { beforeEach, describe, expect, it } from 'vitest'
import { getDeviceOf } from '@/db/devices/devices'
import { enrolDevice } from '@/db/devices/enrolment'
import { getCodeState } from '@/db/devices/enrolment-codes'
import { revokeDevice } from '@/db/devices/list'
import { makeEnrolmentCode } from '@/db/devices/new-enrolment-code'
import { getDeviceView } from '@/db/devices/view'
import { auditDatabase } from '@/db/recount/database'
import { recordResponse } from '@/db/responses/intake'
import { recordSuccession } from '@/db/units/units'
import { codeLifetime } from '@/domain/enrolment'
import { localDay } from '@/domain/period'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict } from '../helpers/district'
import { envelopeOf } from '../helpers/envelopes'
import { lines } from '../helpers/recount'
import { deskAt, enrolAt, makeCodeAt, someoneAt } from '../helpers/tablet'

useTestDatabase()
beforeEach(foundDistrict)

const now = arrival
const minute = 60_000
const enrol = (code: string, at = now, previous: string | null = null) =>
  enrolDevice({ code, previous }, at)
const unknown = { ok: false, problems: [{ code: 'unknown-code', field: 'code' }] }

describe('a one-time code', () => {
  it('makes one device at its desk, with a door for each survey', async () => {
    const surveys = ['desk-8', 'kiosk-1']
    const { deviceId, credential, doors } = await enrolAt({ unit: 'xa-a', desk: '2', surveys }, now)
    expect(await getDeviceView(deviceId, now)).toMatchObject({
      device: { id: deviceId, name: 'Quầy 2' },
      unit: { code: 'xa-a', name: 'Xã A' },
      desk: { code: '2', label: 'Quầy 2' },
      commentMonths: 24,
      surveys: [
        { door: doors[0], surveyVersionId: 'desk-8@2', locales: ['vi', 'en'] },
        { door: doors[1], surveyVersionId: 'kiosk-1@2', definition: { code: 'kiosk-1' } },
      ],
    })
    expect(
      await lines(
        `select d.kind, d.channel, u.code, k.code, d.opened_at from doors d join units u on u.id = d.unit_id
          join desks k on k.id = d.desk_id where d.device_id = ${deviceId}`,
      ),
    ).toEqual(Array(2).fill(`device kiosk xa-a 2 ${now}`))
    expect(await getDeviceOf(credential)).toMatchObject({ id: deviceId, isRevoked: false })
  })

  it('works once, also when twenty tablets try it at the same moment', async () => {
    const code = await makeCodeAt({}, now)
    const all = await Promise.all(Array.from({ length: 20 }, () => enrol(code)))
    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
    expect(all.filter(({ ok }) => !ok)).toEqual(Array(19).fill(unknown))
    expect(await enrol(code)).toEqual(unknown)
    expect(await lines('select count(*) from devices')).toEqual(['1'])
    expect(
      await lines("select count(*) from audit_events where action = 'device-enrolled'"),
    ).toEqual(['1'])
  })

  it('names the tablet that it made in the log, also when several are made at the same moment', async () => {
    const codes = [await makeCodeAt({}, now), await makeCodeAt({ unit: 'xa-a' }, now)]
    const all = await Promise.all(codes.map((code) => enrol(code)))
    const ids = all.map((one) => (one.ok ? one.value.deviceId : 0))
    expect(
      await lines(
        "select json_extract(detail, '$.device') from audit_events where action = 'device-enrolled'",
      ),
    ).toEqual(expect.arrayContaining(ids.map(String)))
    expect(await lines('select id from devices order by id')).toEqual(['1', '2'])
  })

  it('is worth nothing after ten minutes, and nothing to those who guess', async () => {
    const code = await makeCodeAt({}, now)
    expect(await enrol(code, now + codeLifetime)).toEqual(unknown)
    expect(await enrol('22222222')).toEqual(unknown)
    expect((await enrol(code, now + codeLifetime - 1)).ok).toBe(true)
  })
})

describe('those who make a code', () => {
  it('see it once: it is stored and logged as no more than a hash, like the credential', async () => {
    const code = await makeCodeAt({}, now)
    const enrolled = await enrol(code)
    const credential = enrolled.ok ? enrolled.value.credential : ''
    const tables = ['devices', 'device_credentials', 'enrolment_codes', 'audit_events', 'doors']
    const stored = (await Promise.all(tables.map((one) => lines(`select * from ${one}`)))).flat()
    for (const secret of [code, credential]) {
      expect(stored.filter((line) => line.includes(secret))).toEqual([])
    }
  })

  it('are administrators of the unit, and choose at least one survey', async () => {
    const asked = { deskId: await deskAt('xa-b'), surveyCodes: ['kiosk-1'], name: '' }
    const outsiders = [
      await someoneAt('xa-a'),
      ...(await Promise.all(
        (['leader', 'reporter', 'clerk', 'viewer'] as const).map((role) => someoneAt('xa-b', role)),
      )),
    ]
    const notFound = { ok: false, problems: [{ code: 'not-found', field: 'desk' }] }
    for (const scope of outsiders) {
      expect(await makeEnrolmentCode(scope, asked, now)).toEqual(notFound)
    }
    const admin = await someoneAt('xa-b')
    expect(await makeEnrolmentCode(admin, { ...asked, deskId: 9999 }, now)).toEqual(notFound)
    expect(await makeEnrolmentCode(admin, { ...asked, surveyCodes: ['x'] }, now)).toEqual({
      ok: false,
      problems: [{ code: 'no-survey', field: 'surveys' }],
    })
    expect(await lines('select count(*) from enrolment_codes')).toEqual(['0'])
  })

  it('get none for a unit that has ended: nobody is served there any more', async () => {
    await recordSuccession('xa-b', { validFrom: null, validTo: localDay(now), successor: 'xa-a' })
    const asked = { deskId: await deskAt('xa-b'), surveyCodes: ['kiosk-1'], name: '' }
    const admin = await someoneAt('office')
    expect((await makeEnrolmentCode(admin, asked, now)).ok).toBe(true)
    expect(await makeEnrolmentCode(admin, asked, now + 24 * 60 * minute)).toEqual({
      ok: false,
      problems: [{ code: 'unit-ended', field: 'desk' }],
    })
  })

  it('alone are told what became of it', async () => {
    const code = await makeCodeAt({}, now)
    const maker = await someoneAt('office')
    expect(await getCodeState(maker, code)).toMatchObject({ deviceId: null, desk: 'Quầy số 1' })
    expect(await getCodeState(await someoneAt('tinh'), code)).toBeNull()
    const enrolled = await enrol(code)
    expect(await getCodeState(maker, code)).toMatchObject({
      deviceId: enrolled.ok && enrolled.value.deviceId,
    })
  })
})

describe('a tablet that enrols again', () => {
  it('stays the same device with new doors, and its old credential ends', async () => {
    const first = await enrolAt({ unit: 'xa-a' }, now)
    const second = await enrolAt(
      { unit: 'xa-b', desk: '2', surveys: ['desk-8'], previous: first.credential },
      now + minute,
    )
    expect(second.deviceId).toBe(first.deviceId)
    expect(second.doors).not.toEqual(first.doors)
    expect(await getDeviceOf(first.credential)).toMatchObject({ isRevoked: true })
    expect(await getDeviceOf(second.credential)).toMatchObject({ isRevoked: false })
    const view = await getDeviceView(second.deviceId, now + minute)
    expect(view).toMatchObject({ unit: { code: 'xa-b' }, desk: { code: '2' } })
    expect(view?.surveys.map(({ door }) => door)).toEqual(second.doors)
    expect(await lines(`select unit_id from doors where code = '${first.doors[0]}'`)).not.toEqual(
      await lines(`select unit_id from doors where code = '${second.doors[0]}'`),
    )
  })

  it('may send what its earlier doors collected, where it was collected', async () => {
    const first = await enrolAt({ unit: 'xa-a' }, now)
    const [door = ''] = first.doors
    const second = await enrolAt({ unit: 'xa-b', previous: first.credential }, now + 60 * minute)
    const late = now + 61 * minute
    const waiting = envelopeOf('waiting', late, {
      door,
      surveyVersionId: 'kiosk-1@2',
      answeredAt: now + minute,
    })
    const send = (credential: string) => recordResponse(waiting, late, { credential })
    expect(await send(first.credential)).toMatchObject({ problems: [{ code: 'device-revoked' }] })
    expect(await send(second.credential)).toEqual({ outcome: 'recorded' })
    expect(
      await lines('select u.code, r.channel from responses r join units u on u.id = r.unit_id'),
    ).toEqual(['xa-a kiosk'])
  })
})

describe('a tablet that was taken away', () => {
  it('may answer nothing new at its earlier doors', async () => {
    const first = await enrolAt({ unit: 'xa-a' }, now)
    const second = await enrolAt({ unit: 'xa-b', previous: first.credential }, now + minute)
    const [door = ''] = first.doors
    const later = now + 60 * minute
    const fresh = envelopeOf('fresh', later, { door, surveyVersionId: 'kiosk-1@2' })
    expect(await recordResponse(fresh, later, { credential: second.credential })).toMatchObject({
      problems: [{ code: 'closed' }],
    })
  })

  it('comes back after it was revoked only where that was done', async () => {
    const first = await enrolAt({ unit: 'xa-a' }, now)
    await revokeDevice(await someoneAt('xa-a'), first.deviceId, now)
    const elsewhere = await enrolAt({ unit: 'xa-b', previous: first.credential }, now + minute)
    expect(elsewhere.deviceId).not.toBe(first.deviceId)
    expect(await getDeviceOf(first.credential)).toMatchObject({ isRevoked: true })
    const back = await enrolAt({ unit: 'xa-a', previous: first.credential }, now + 2 * minute)
    expect(back.deviceId).toBe(first.deviceId)
  })
})

describe('a tablet whose credential is shown again', () => {
  it('is known by a credential from before a reply that was lost', async () => {
    const first = await enrolAt({}, now)
    await enrolAt({ previous: first.credential }, now + minute)
    const third = await enrolAt({ previous: first.credential }, now + 2 * minute)
    expect(third.deviceId).toBe(first.deviceId)
    expect(await lines('select count(*) from devices')).toEqual(['1'])
  })

  it('with a credential of nobody is a new device', async () => {
    const first = await enrolAt({}, now)
    const other = await enrolAt({ previous: 'A'.repeat(43) }, now)
    expect(other.deviceId).not.toBe(first.deviceId)
    expect(await getDeviceOf(first.credential)).toMatchObject({ isRevoked: false })
  })
})

it('everything holds together afterwards', async () => {
  const first = await enrolAt({}, now)
  await enrolAt({ previous: first.credential }, now + minute)
  const faults: string[] = []
  await auditDatabase((sentence) => faults.push(sentence))
  expect(faults).toEqual([])
})
