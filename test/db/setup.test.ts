import { beforeEach, describe, expect, it, vi } from 'vitest'
import { POST as makeCode } from '@/app/(staff)/dashboard/devices/code/route'
import { POST as note } from '@/app/(staff)/dashboard/setup/note/route'
import { POST as change } from '@/app/(staff)/dashboard/units/[code]/[change]/route'
import { getSetup, noteSetup } from '@/db/installation/setup'
import { getUnit } from '@/db/units/units'
import { roles, type Scope } from '@/domain/access'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict, recordVisits } from '../helpers/district'
import { personWith } from '../helpers/people'
import { as, post } from '../helpers/people-forms'
import { lines } from '../helpers/recount'
import { deskAt, enrolAt } from '../helpers/tablet'

vi.mock('@/auth/session')
useTestDatabase()
beforeEach(foundDistrict)

const now = arrival + 2000
const states = async (scope: Scope, unit: string) =>
  (await getSetup(scope, unit, now))?.steps.map(({ step, state }) => `${step} ${state}`)
const send = (name: string, fields: Record<string, string>, unit = 'office') =>
  change(post({ unit, ...fields }), { params: Promise.resolve({ code: unit, change: name }) })
const locationOf = async (answer: Promise<Response> | Response) =>
  (await answer).headers.get('location')
const facts = { name: 'UBND xã Thử', level: 'xa', validFrom: '', validTo: '' }

/** The administrator whom first start made, signed in. */
async function newcomer(): Promise<Scope> {
  const scope = await personWith(['admin', 'office'])
  as(scope)
  return scope
}

describe('what is still to do', () => {
  it('is everything at the unit that first start made', async () => {
    const scope = await newcomer()
    expect(await states(scope, 'office')).toEqual([
      'unit open',
      'desk open',
      'survey open',
      'collect open',
    ])
  })

  it('is read from the data, step by step, each form leading to the next', async () => {
    const scope = await newcomer()
    const steps = [
      ['facts', { setup: 'unit', ...facts }, '/dashboard/setup/desk?unit=office'],
      [
        'desk-facts',
        { setup: 'desk', desk: '1', label: 'Quầy đất đai' },
        '/dashboard/setup/survey?unit=office',
      ],
      [
        'link',
        { setup: 'survey', channel: 'qr', survey: 'desk-8', desk: '1' },
        '/dashboard/setup/collect?unit=office',
      ],
    ] as const
    for (const [name, fields, next] of steps) {
      expect(await locationOf(send(name, fields))).toBe(next)
    }
    await enrolAt({ unit: 'office' }, now)
    expect(await states(scope, 'office')).toEqual([
      'unit done',
      'desk done',
      'survey done',
      'collect done',
    ])
    expect(await getSetup(scope, 'office', now)).toMatchObject({ next: null, isOver: true })
    expect(await lines("select key from settings where key like 'setup/%'")).toEqual([])
  })

  it('is less for whoever administers a unit below: its name was given, its desks are there', async () => {
    const scope = await personWith(['admin', 'xa-a'])
    expect(await states(scope, 'xa-a')).toEqual(['desk done', 'survey done', 'collect open'])
    await recordVisits([
      {
        ...{ survey: 'desk-8', version: 1, unit: 'xa-a', place: 'qr', daysAgo: 1 },
        answers: { q8: 5 },
      },
    ])
    expect((await states(scope, 'xa-a'))?.at(-1)).toBe('collect done')
  })

  it('is over where answers come in at another of their units, and only there', async () => {
    const all = await newcomer()
    const one = await personWith(['admin', 'xa-b'])
    await recordVisits([
      {
        ...{ survey: 'desk-8', version: 1, unit: 'xa-a', place: 'qr', daysAgo: 1 },
        answers: { q8: 5 },
      },
    ])
    expect(await getSetup(all, 'office', now)).toMatchObject({ next: 'unit', isOver: true })
    expect(await getSetup(one, 'xa-b', now)).toMatchObject({ isOver: false })
  })
})

describe('a step of the set-up', () => {
  it('is confirmed as it stands by saving it unchanged', async () => {
    const scope = await newcomer()
    const before = await getUnit('office')
    const same = { ...facts, name: before?.name ?? '', level: before?.level ?? '' }
    await send('facts', { setup: 'unit', ...same })
    expect(await getUnit('office')).toEqual(before)
    expect((await states(scope, 'office'))?.[0]).toBe('unit done')
    expect(await lines("select detail from audit_events where action = 'setup-noted'")).toEqual([
      '{"unit":"office","step":"unit","noted":"confirmed"}',
    ])
  })

  it('is passed over, once, and counts as done when it is done later', async () => {
    const scope = await newcomer()
    const skip = () => note(post({ unit: 'office', setup: 'unit' }))
    expect(await locationOf(skip())).toBe('/dashboard/setup/desk?unit=office')
    await skip()
    expect((await states(scope, 'office'))?.[0]).toBe('unit skipped')
    expect(await lines("select 1 from audit_events where action = 'setup-noted'")).toHaveLength(1)
    await send('facts', { setup: 'unit', ...facts })
    expect((await states(scope, 'office'))?.[0]).toBe('unit done')
  })

  it('leads back to its form with what was typed where something is wrong', async () => {
    const scope = await newcomer()
    const back = new URL(
      (await locationOf(send('facts', { setup: 'unit', ...facts, name: ' ' }))) ?? '',
      'http://x',
    )
    expect(back.pathname).toBe('/dashboard/setup/unit')
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      problem: 'blank-name',
      field: 'name',
      unit: 'office',
      level: 'xa',
    })
    expect((await states(scope, 'office'))?.[0]).toBe('unit open')
  })

  it('lets several desks be added before it is left', async () => {
    await newcomer()
    const more = { setup: 'desk', stay: '1', code: '2', label: 'Quầy hai' }
    expect(await locationOf(send('desk', more))).toBe('/dashboard/setup/desk?unit=office&done=desk')
  })

  it('shows the code of a tablet where it was asked for, and nowhere outside the app', async () => {
    await newcomer()
    const fields = { desk: String(await deskAt('office')), surveys: 'kiosk-1', setup: 'collect' }
    expect(await locationOf(makeCode(post({ ...fields, unit: 'office' })))).toBe(
      '/dashboard/setup/collect?unit=office#made-code',
    )
    const elsewhere = await locationOf(
      makeCode(post({ ...fields, setup: 'https://a.example', unit: '//a.example' })),
    )
    expect(elsewhere).toBe('/dashboard/devices#made-code')
    expect(await locationOf(makeCode(post({ ...fields, unit: '//a.example/' })))).toBe(
      '/dashboard/setup/collect?unit=%2F%2Fa.example%2F#made-code',
    )
  })
})

describe('rights', () => {
  it('the guide is put away by its administrators alone, and unknown steps are nowhere', async () => {
    const scope = await newcomer()
    for (const [unit, step] of [
      ['nowhere', 'all'],
      ['office', 'xyz'],
      ['xa-a', 'unit'],
    ] as const) {
      expect((await note(post({ unit, setup: step }))).status).toBe(404)
    }
    as(await personWith(['admin', 'xa-a']))
    expect((await note(post({ unit: 'office', setup: 'all' }))).status).toBe(404)
    expect((await note(post({ unit: 'xa-b', setup: 'desk' }))).status).toBe(404)
    as(scope)
    expect(await locationOf(note(post({ unit: 'office', setup: 'all' })))).toBe('/dashboard/setup')
    expect(await getSetup(scope, 'office', now)).toMatchObject({ next: 'unit', isOver: true })
  })

  it.each(roles.filter((role) => role !== 'admin'))('a %s has none', async (role) => {
    const scope = await personWith([role, 'office'])
    as(scope)
    expect(await getSetup(scope, 'office', now)).toBeNull()
    expect((await note(post({ unit: 'office', setup: 'all' }))).status).toBe(404)
    const asked = { note: 'all', kind: 'skipped' } as const
    expect(await noteSetup(scope, 'office', asked, now)).toMatchObject({ ok: false })
  })
})
