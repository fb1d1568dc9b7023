import { beforeEach, describe, expect, it } from 'vitest'
import { getDeviceOf } from '@/db/devices/devices'
import { getDevice, listDevices, revokeDevice } from '@/db/devices/list'
import { getSilenceHours, setSilenceHours } from '@/db/devices/silence'
import { recordResponse } from '@/db/responses/intake'
import { addDesk, listDesks } from '@/db/units/desks'
import { getUnit } from '@/db/units/units'
import { administersEverything, roles } from '@/domain/access'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict } from '../helpers/district'
import { envelopeOf } from '../helpers/envelopes'
import { lines } from '../helpers/recount'
import { enrolAt, someoneAt } from '../helpers/tablet'

useTestDatabase()
beforeEach(foundDistrict)

const now = arrival
const notFound = { ok: false, problems: [expect.objectContaining({ code: 'not-found' })] }
const actions = () => lines('select action from audit_events order by seq')

describe('the staff see devices', () => {
  it('of the units they administer, and of no other', async () => {
    const a = await enrolAt({ unit: 'xa-a', surveys: ['kiosk-1', 'desk-8'] }, now)
    const b = await enrolAt({ unit: 'xa-b-1' }, now)
    const seenBy = async (unit: string) =>
      (await listDevices(await someoneAt(unit))).map(({ id }) => id).sort()
    expect(await seenBy('tinh')).toEqual([a.deviceId, b.deviceId])
    expect(await seenBy('xa-a')).toEqual([a.deviceId])
    expect(await seenBy('xa-b')).toEqual([b.deviceId])
    expect(await getDevice(await someoneAt('xa-b'), a.deviceId)).toBeNull()
    expect(await getDevice(await someoneAt('xa-a'), a.deviceId)).toMatchObject({
      unit: 'Xã A',
      desk: 'Quầy 1',
      surveyCodes: ['kiosk-1', 'desk-8'],
    })
  })

  it.each(roles)('as %s: only administrators see or do anything', async (role) => {
    const { deviceId } = await enrolAt({ unit: 'xa-a' }, now)
    const scope = await someoneAt('xa-a', role)
    const isAdmin = role === 'admin'
    expect(await listDevices(scope)).toHaveLength(isAdmin ? 1 : 0)
    const desk = { unitCode: 'xa-a', code: '9', label: 'Quầy 9' }
    expect((await addDesk(scope, desk, now)).ok).toBe(isAdmin)
    expect((await revokeDevice(scope, deviceId, now)).ok).toBe(isAdmin)
    expect(await lines('select count(revoked_at) from devices')).toEqual([isAdmin ? '1' : '0'])
  })
})

describe('revoking', () => {
  it('holds from the next request on, and is done once', async () => {
    const { deviceId, credential, doors } = await enrolAt({ unit: 'xa-a' }, now)
    const sender = { credential }
    const at = { door: doors[0] ?? '', surveyVersionId: 'kiosk-1@2' }
    expect(await recordResponse(envelopeOf(1, now, at), now, sender)).toEqual({
      outcome: 'recorded',
    })
    const scope = await someoneAt('xa-a')
    expect(await revokeDevice(scope, deviceId, now)).toMatchObject({ ok: true })
    expect(await recordResponse(envelopeOf(2, now, at), now, sender)).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'device-revoked' }],
    })
    await revokeDevice(scope, deviceId, now + 1)
    expect(await lines('select revoked_at from devices')).toEqual([String(now)])
    expect((await actions()).filter((action) => action === 'device-revoked')).toHaveLength(1)
  })

  it('of a device of somebody else’s, or of none, is not found', async () => {
    const { deviceId, credential } = await enrolAt({ unit: 'xa-a' }, now)
    const scope = await someoneAt('xa-b')
    for (const id of [deviceId, 999, Number.NaN]) {
      expect(await revokeDevice(scope, id, now)).toEqual(notFound)
    }
    expect(await getDeviceOf(credential)).toMatchObject({ isRevoked: false })
  })

  it('ends with enrolling again, and what waited arrives', async () => {
    const first = await enrolAt({ unit: 'xa-a' }, now)
    await revokeDevice(await someoneAt('xa-a'), first.deviceId, now)
    const again = await enrolAt({ unit: 'xa-a', previous: first.credential }, now + 1000)
    expect(again.deviceId).toBe(first.deviceId)
    const waiting = { door: first.doors[0] ?? '', surveyVersionId: 'kiosk-1@2', answeredAt: now }
    const late = now + 2000
    expect(
      await recordResponse(envelopeOf(1, late, waiting), late, { credential: again.credential }),
    ).toEqual({ outcome: 'recorded' })
  })
})

describe('a desk', () => {
  const add = async (unit: string, code: string, label: string) =>
    addDesk(await someoneAt('xa-a'), { unitCode: unit, code, label }, now)

  it('is added to a unit of the person’s, once', async () => {
    expect(await add('xa-a', ' 3 ', 'Quầy 3')).toMatchObject({ ok: true })
    expect(await add('xa-a', '3', 'Quầy ba')).toMatchObject({ problems: [{ code: 'desk-exists' }] })
    const unit = await getUnit('xa-a')
    expect((await listDesks([unit?.id ?? 0])).map(({ code }) => code)).toEqual(['1', '2', '3'])
    expect(await actions()).toEqual(['desk-added'])
  })

  it.each([
    ['xa-b', '3', 'x', 'not-found'],
    ['nowhere', '3', 'x', 'not-found'],
    ['xa-a', ' ', 'x', 'blank-desk'],
    ['xa-a', '3', ' ', 'blank-desk'],
    ['xa-a', 'x'.repeat(21), 'x', 'too-long'],
  ])('at %s, %j, %j: %4$s', async (unit, code, label, problem) => {
    expect(await add(unit, code, label)).toMatchObject({ problems: [{ code: problem }] })
  })
})

describe('the time after which silence stands out', () => {
  it('is two hours until who runs the installation sets another', async () => {
    expect(await getSilenceHours()).toBe(2)
    const [top, below] = [await someoneAt('tinh'), await someoneAt('xa-a')]
    expect([administersEverything(top), administersEverything(below)]).toEqual([true, false])
    expect(await setSilenceHours(below, '5', now)).toEqual(notFound)
    for (const typed of ['0', '721', '1.5', '', null, 'two']) {
      expect(await setSilenceHours(top, typed, now)).toMatchObject({
        problems: [{ code: 'not-hours' }],
      })
    }
    expect(await setSilenceHours(top, '24', now)).toMatchObject({ ok: true })
    expect(await getSilenceHours()).toBe(24)
  })
})
