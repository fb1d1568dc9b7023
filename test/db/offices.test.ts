import { beforeEach, describe, expect, it } from 'vitest'
import { write } from '@/db/client'
import { setLinkOpen } from '@/db/surveys/opening'
import { getPublishedSurvey } from '@/db/surveys/surveys'
import { addUnit, changeUnit, getManagedUnit } from '@/db/units/changes'
import { changeDesk, setDeskOpen } from '@/db/units/desk-changes'
import { addDesk } from '@/db/units/desks'
import { listUnitLinks } from '@/db/units/links'
import { mergeUnit, undoMerger } from '@/db/units/merger'
import { moveUnit } from '@/db/units/move'
import { makeLink } from '@/db/units/new-links'
import { getUnit } from '@/db/units/units'
import { type Role, roles, type Scope } from '@/domain/access'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict } from '../helpers/district'
import { personWith } from '../helpers/people'
import { lines } from '../helpers/recount'
import { enrolAt, someoneAt } from '../helpers/tablet'

useTestDatabase()
beforeEach(foundDistrict)

const now = arrival + 2000
const facts = { name: 'Xã Mới', level: 'xa', validFrom: '', validTo: '' }
const link = {
  surveyCode: 'kiosk-1',
  channel: 'qr',
  deskCode: '',
  fieldCode: '',
  touchpoint: '',
}
const refusal = (code: string) => ({ ok: false, problems: [{ code }] })
const codeOf = async (id: number | null | undefined) =>
  (await lines(`select code from units where id = ${id ?? 0}`))[0]

/** Everything an administrator does to a unit, each with the unit's code in the body. */
const changes: readonly (readonly [string, (scope: Scope, code: string) => Promise<unknown>])[] = [
  ['add', (scope, parentCode) => addUnit(scope, { ...facts, code: 'moi', parentCode }, now)],
  ['change', (scope, code) => changeUnit(scope, code, facts, now)],
  ['desk', (scope, unitCode) => addDesk(scope, { unitCode, code: '9', label: 'Quầy 9' }, now)],
  [
    'desk change',
    (scope, unitCode) =>
      changeDesk(scope, { unitCode, code: '1' }, { label: 'Một', fieldCodes: [] }, now),
  ],
  ['desk close', (scope, unitCode) => setDeskOpen(scope, { unitCode, code: '1' }, false, now)],
  ['link', (scope, unitCode) => makeLink(scope, { ...link, unitCode }, now)],
]

describe('rights', () => {
  const places = { itself: 'xa-b', child: 'xa-b-1', sibling: 'xa-a', parent: 'tinh' }

  it.each(changes)(
    '%s: an administrator reaches the unit and what is under it',
    async (_, change) => {
      const scope = await someoneAt('xa-b')
      for (const [place, code] of Object.entries(places)) {
        const expected =
          place === 'sibling' || place === 'parent' ? refusal('not-found') : { ok: true }
        expect(await change(scope, code), place).toMatchObject(expected)
        await write(["update units set code = 'moi-' || id where code = 'moi'"])
      }
      expect(await change(scope, 'nowhere')).toMatchObject(refusal('not-found'))
    },
  )

  it.each(roles.filter((role: Role) => role !== 'admin'))('a %s changes nothing', async (role) => {
    const scope = await someoneAt('tinh', role)
    for (const [name, change] of changes) {
      expect(await change(scope, 'xa-b'), name).toMatchObject(refusal('not-found'))
    }
    expect(await moveUnit(scope, 'xa-b-1', 'xa-a', now)).toMatchObject(refusal('not-found'))
    const merger = { successorCode: 'xa-a', day: '2026-11-01' }
    expect(await mergeUnit(scope, 'xa-b', merger, now)).toMatchObject(refusal('not-found'))
    expect(await getManagedUnit(scope, 'xa-b')).toBeNull()
    expect(await listUnitLinks(scope, 'xa-b', now)).toEqual([])
    expect(await lines("select action from audit_events where action like 'unit-%'")).toEqual([])
  })

  it('nobody moves or ends the unit at which they begin, nor puts one out of reach', async () => {
    const scope = await someoneAt('xa-b')
    expect(await moveUnit(scope, 'xa-b', 'xa-b-1', now)).toMatchObject(refusal('not-found'))
    expect(await moveUnit(scope, 'xa-b-1', 'xa-a', now)).toMatchObject(refusal('not-found'))
    const merger = { successorCode: 'xa-b-1', day: '2026-11-01' }
    expect(await mergeUnit(scope, 'xa-b', merger, now)).toMatchObject(refusal('not-found'))
    const top = { ...facts, code: 'dinh', parentCode: '' }
    expect(await addUnit(scope, top, now)).toMatchObject(refusal('not-found'))
    expect(await addUnit(await someoneAt('office'), top, now)).toMatchObject({ ok: true })
  })
})

describe('a unit', () => {
  it('says of each wrong line what is wrong', async () => {
    const scope = await someoneAt('tinh')
    const wrong = { name: ' ', level: 'tổng', validFrom: '2026-02-30', validTo: '' }
    const added = await addUnit(scope, { ...wrong, code: 'xã', parentCode: 'tinh' }, now)
    expect(added.ok ? [] : added.problems.map(({ code }) => code)).toEqual([
      'bad-code',
      'blank-name',
      'unknown-level',
      'day-wrong',
    ])
    const backwards = { ...facts, validFrom: '2026-02-01', validTo: '2026-01-01' }
    expect(await changeUnit(scope, 'xa-a', backwards, now)).toMatchObject(
      refusal('ends-before-start'),
    )
    const twice = { ...facts, code: 'xa-a', parentCode: 'tinh' }
    expect(await addUnit(scope, twice, now)).toMatchObject(refusal('unit-exists'))
  })

  it('is renamed once, with a note of both names', async () => {
    const scope = await someoneAt('tinh')
    await changeUnit(scope, 'xa-a', facts, now)
    await changeUnit(scope, 'xa-a', facts, now)
    expect(await getUnit('xa-a')).toMatchObject({ name: 'Xã Mới' })
    const [noted, ...more] = await lines(
      "select detail from audit_events where action = 'unit-changed'",
    )
    expect(noted).toContain('"before":"Xã A"')
    expect(more).toEqual([])
  })

  it('moves with what is under it, never into it, also when two move at once', async () => {
    const scope = await someoneAt('tinh')
    expect(await moveUnit(scope, 'xa-b', 'xa-b-1', now)).toMatchObject(refusal('would-circle'))
    const both = await Promise.all([
      moveUnit(scope, 'xa-a', 'xa-b', now),
      moveUnit(scope, 'xa-b', 'xa-a', now),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await moveUnit(scope, 'xa-b-1', 'tinh', now)).toMatchObject({ ok: true })
    expect(await codeOf((await getUnit('xa-b-1'))?.parentId)).toBe('tinh')
  })

  it('at the top stays there while nobody else would run the installation', async () => {
    const first = await personWith(['admin', 'office'])
    expect(await moveUnit(first, 'office', 'tinh', now)).toMatchObject(
      refusal('last-top-administrator'),
    )
    await personWith(['admin', 'tinh'])
    expect(await moveUnit(first, 'office', 'tinh', now)).toMatchObject({ ok: true })
  })
})

describe('a merger', () => {
  const merger = { successorCode: 'xa-a', day: '2026-11-30' }

  it('ends the unit and its links with the day, and leaves what was counted where it was', async () => {
    const scope = await someoneAt('tinh')
    expect(await mergeUnit(scope, 'xa-b', merger, now)).toMatchObject({ ok: true })
    const merged = await getUnit('xa-b')
    expect(merged).toMatchObject({ validTo: '2026-11-30' })
    expect(await codeOf(merged?.successorId)).toBe('xa-a')
    const [code, december] = ['kiosk-1.xa-b.link', Date.UTC(2026, 10, 30, 17)]
    expect(await getPublishedSurvey(code, now)).toMatchObject({ ok: true })
    expect(await getPublishedSurvey(code, december - 1)).toMatchObject({ ok: true })
    expect(await getPublishedSurvey(code, december)).toMatchObject(refusal('closed'))
    expect(await makeLink(scope, { ...link, unitCode: 'xa-b' }, now)).toMatchObject(
      refusal('unit-ended'),
    )
    await setLinkOpen(scope, code, false, now)
    expect((await listUnitLinks(scope, 'xa-b', now)).map((one) => one.isOpen)).toContain(false)
  })

  it('is refused without a unit that takes over, in a circle, downwards, to one that has ended and backwards in time', async () => {
    const scope = await someoneAt('tinh')
    const to = (code: string, successorCode: string, day = merger.day) =>
      mergeUnit(scope, code, { successorCode, day }, now)
    expect(await to('xa-b', '')).toMatchObject(refusal('no-successor'))
    expect(await to('xa-b', 'xa-b')).toMatchObject(refusal('would-circle'))
    expect(await to('xa-b', 'xa-b-1')).toMatchObject(refusal('successor-below'))
    expect(await to('xa-b', 'xa-a', 'mai')).toMatchObject(refusal('day-wrong'))
    expect(await to('xa-b', 'xa-a')).toMatchObject({ ok: true })
    expect(await to('xa-a', 'xa-b')).toMatchObject(refusal('would-circle'))
    expect(await to('xa-b-1', 'xa-b')).toMatchObject(refusal('successor-ended'))
    await changeUnit(scope, 'xa-b-1', { ...facts, validFrom: '2026-12-01' }, now)
    expect(await to('xa-b-1', 'xa-a')).toMatchObject(refusal('ends-before-start'))
  })

  it('can be taken back; links that have closed stay closed', async () => {
    const scope = await someoneAt('tinh')
    expect(await undoMerger(scope, 'xa-b', now)).toMatchObject(refusal('not-found'))
    await mergeUnit(scope, 'xa-b', { ...merger, day: '2026-11-01' }, now)
    expect(await undoMerger(scope, 'xa-b', now + 1)).toMatchObject({ ok: true })
    expect(await getUnit('xa-b')).toMatchObject({ validTo: null, successorId: null })
    expect((await listUnitLinks(scope, 'xa-b', now + 1)).every((one) => !one.isOpen)).toBe(true)
  })
})

describe('a desk', () => {
  const place = { unitCode: 'xa-a', code: '1' }

  it('is renamed and given its fields; its code stays', async () => {
    const scope = await someoneAt('xa-a')
    const change = { label: ' Quầy  Đất ', fieldCodes: ['dat-dai', 'y-te', 'nothing'] }
    expect(await changeDesk(scope, place, change, now)).toMatchObject({ ok: true })
    expect(
      await lines(`select f.code from desk_fields d join fields f on f.id = d.field_id
        join desks k on k.id = d.desk_id where k.label = 'Quầy Đất' order by 1`),
    ).toEqual(['dat-dai', 'y-te'])
    const blank = { label: ' ', fieldCodes: [] }
    expect(await changeDesk(scope, place, blank, now)).toMatchObject(refusal('blank-desk'))
  })

  it('closes with its links, not while a tablet stands there', async () => {
    const scope = await someoneAt('xa-a')
    await enrolAt({ unit: 'xa-a' }, arrival)
    expect(await setDeskOpen(scope, place, false, now)).toMatchObject(refusal('desk-has-tablets'))
    const second = { unitCode: 'xa-a', code: '2' }
    expect(await setDeskOpen(scope, second, false, now)).toMatchObject({ ok: true })
    expect(await getPublishedSurvey('kiosk-1.xa-a.qr', now + 5)).toMatchObject(refusal('closed'))
    const there = { ...link, unitCode: 'xa-a', deskCode: '2' }
    expect(await makeLink(scope, there, now)).toMatchObject(refusal('desk-closed'))
    await expect(enrolAt({ unit: 'xa-a', desk: '2' }, now)).rejects.toThrow('desk-closed')
    await setDeskOpen(scope, second, true, now)
    expect(await makeLink(scope, there, now)).toMatchObject({ ok: true })
  })
})

describe('a link', () => {
  it('has a short code of its own and leads to its place', async () => {
    const scope = await someoneAt('xa-a')
    const asked = {
      ...link,
      unitCode: 'xa-a',
      deskCode: '1',
      fieldCode: 'y-te',
      touchpoint: 'collect',
    }
    const made = await makeLink(scope, asked, now)
    const code = made.ok ? made.value : ''
    expect(code).toMatch(/^[2-9a-z]{4}-[2-9a-z]{4}$/)
    expect(await getPublishedSurvey(code, now)).toMatchObject({ ok: true })
    expect(await listUnitLinks(scope, 'xa-a', now)).toContainEqual({
      code,
      channel: 'qr',
      surveyCode: 'kiosk-1',
      desk: { code: '1', label: 'Quầy 1' },
      field: 'Y tế, dân số',
      touchpoint: 'collect',
      isOpen: true,
      closedAt: null,
    })
    for (const wrong of [{ deskCode: '7' }, { fieldCode: 'x' }, { touchpoint: 'x' }]) {
      expect(await makeLink(scope, { ...asked, ...wrong }, now)).toMatchObject(refusal('not-found'))
    }
    expect(await makeLink(scope, { ...asked, channel: 'kiosk' }, now)).toMatchObject(
      refusal('unknown-channel'),
    )
  })
})
