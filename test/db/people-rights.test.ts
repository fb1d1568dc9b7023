import { beforeEach, describe, expect, it, vi } from 'vitest'
import { getPerson } from '@/db/accounts/people'
import type { Scope } from '@/domain/access'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict } from '../helpers/district'
import { personWith } from '../helpers/people'
import {
  active,
  arrive,
  as,
  askReset,
  disable,
  enable,
  giveRole,
  takeRole,
  where,
} from '../helpers/people-forms'
import { lines } from '../helpers/recount'

vi.mock('@/auth/session')
useTestDatabase()
const people = '/dashboard/people'
const actions = () => lines('select action from audit_events order by seq desc limit 1')
const rolesOf = (id: number) =>
  lines(
    `select role || ' ' || code from grants join units on units.id = unit_id
      where user_id = ${id} order by 1`,
  )

let top: Scope
beforeEach(async () => {
  await foundDistrict()
  top = await active(['admin', 'tinh'])
})

const forms: [string, (id: number | string) => Promise<Response>][] = [
  ['role', (id) => giveRole(id, 'viewer', 'xa-a')],
  ['role-removal', (id) => takeRole(id, 'viewer', 'xa-a')],
  ['disabled', disable],
  ['enabled', enable],
  ['reset', askReset],
]

describe('who may do what with whom', () => {
  it.each(forms)('%s: foreign, unknown and without the right are all 404', async (_name, ask) => {
    const inA = await active(['viewer', 'xa-a'])
    const inB = await active(['viewer', 'xa-b'])
    const strangers: Scope[] = [
      await active(['admin', 'xa-b']),
      await active(['leader', 'tinh'], ['viewer', 'xa-a']),
      await active(['viewer', 'xa-a']),
    ]
    for (const stranger of strangers) {
      as(stranger)
      expect((await ask(inA.userId)).status).toBe(404)
    }
    as(await active(['admin', 'xa-a']))
    for (const id of [inB.userId, 999, 'x', -1, 1e20]) expect((await ask(id)).status).toBe(404)
    as(null)
    expect((await ask(inA.userId)).status).toBe(303)
    expect(await rolesOf(inA.userId)).toEqual(['viewer xa-a'])
    const kept = `select coalesce(disabled_at, '-') || password_hash from users where id = ${inA.userId}`
    expect(await lines(kept)).toEqual(['-x'])
  })

  it('shows and changes only the roles in reach', async () => {
    const both = await active(['viewer', 'xa-a'], ['leader', 'xa-b'])
    const inA = await active(['admin', 'xa-a'])
    expect((await getPerson(inA, both.userId))?.roles.map(({ unitCode }) => unitCode)).toEqual([
      'xa-a',
    ])
    as(inA)
    expect((await takeRole(both.userId, 'leader', 'xa-b')).status).toBe(404)
    expect((await giveRole(both.userId, 'admin', 'xa-b')).status).toBe(404)
    // Whoever could reset this person would become a leader of another unit.
    for (const [name, ask] of forms.slice(2)) {
      const answer = await ask(both.userId)
      expect([name, answer.headers.get('location')]).toEqual([
        name,
        `${people}/${both.userId}?problem=roles-elsewhere`,
      ])
    }
    as(top)
    expect((await askReset(both.userId)).status).toBe(303)
  })

  it('gives and takes roles, and says so in the log', async () => {
    const person = await active(['viewer', 'xa-a'])
    as(top)
    const page = `${people}/${person.userId}`
    expect(where(await giveRole(person.userId, 'clerk', 'xa-b'))).toEqual(`${page}?done=role`)
    expect(await actions()).toEqual(['role-added'])
    await takeRole(person.userId, 'viewer', 'xa-a')
    expect(await actions()).toEqual(['role-removed'])
    expect(await rolesOf(person.userId)).toEqual(['clerk xa-b'])
    await takeRole(person.userId, 'clerk', 'xa-b')
    expect((await getPerson(top, person.userId))?.roles).toEqual([])
  })
})

describe('the last administrator', () => {
  it('never leaves the installation without an administrator, not even two at once', async () => {
    as(top)
    const answer = await takeRole(top.userId, 'admin', 'tinh')
    expect(answer.headers.get('location')).toContain('problem=last-administrator')
    // Invited is not arrived, and an administrator of a part is none of the whole.
    const invited = await personWith(['admin', 'tinh'])
    await active(['admin', 'xa-a'])
    expect((await takeRole(top.userId, 'admin', 'tinh')).headers.get('location')).toContain(
      'problem=last-administrator',
    )
    await arrive(invited)
    const [one, other] = await Promise.all([
      disable(invited.userId),
      takeRole(top.userId, 'admin', 'tinh'),
    ])
    const said = [one, other].map((done) => done.headers.get('location') ?? '')
    expect(said.filter((place) => place.includes('last-administrator'))).toHaveLength(1)
  })

  it('stops nobody from leaving but themselves', async () => {
    as(top)
    for (const [, ask] of forms.slice(2)) {
      expect((await ask(top.userId)).headers.get('location')).toContain('problem=own-account')
    }
  })
})
