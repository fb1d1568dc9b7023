import { beforeEach, describe, expect, it, vi } from 'vitest'
import { signIn } from '@/auth/sign-in'
import { getLiveLink, getMadeLink } from '@/db/accounts/password-links'
import { getPerson, listPeople } from '@/db/accounts/people'
import { createSession, getLiveSession } from '@/db/accounts/sessions'
import { getUserByEmail } from '@/db/accounts/users'
import type { Scope } from '@/domain/access'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict } from '../helpers/district'
import {
  active,
  as,
  askInvite,
  askJoin,
  askReset,
  disable,
  enable,
  takeRole,
  tokenOf,
  turnTo,
  where,
} from '../helpers/people-forms'
import { lines } from '../helpers/recount'
import { stranger } from '../helpers/visits'

vi.mock('@/auth/session')
useTestDatabase()
const day = 24 * 3_600_000
const people = '/dashboard/people'
const password = 'thuyền về bến cũ chiều mưa'

let top: Scope
beforeEach(async () => {
  await foundDistrict()
  top = await active(['admin', 'tinh'])
})

describe('an invitation', () => {
  it('is a link that sets a password once, and then the person signs in', async () => {
    as(top)
    const answer = await askInvite()
    expect(where(answer)).toEqual(`${people}#made-link`)
    const token = tokenOf(answer)
    expect(await getMadeLink(top, token, Date.now())).toMatchObject({ email: 'lan@xa.gov.vn' })
    expect((await listPeople(top)).find(({ name }) => name === 'Lan')).toMatchObject({
      state: 'invited',
      roles: [{ role: 'viewer', unitCode: 'xa-a' }],
    })
    expect(await signIn({ email: 'lan@xa.gov.vn', password: 'x' }, stranger())).toMatchObject({
      ok: false,
    })

    expect(where(await askJoin(token, 'ngắn'))).toEqual(
      `/join/${token}?problem=password-short&field=password&n=15`,
    )
    const twice = await Promise.all([askJoin(token, password), askJoin(token, password)])
    const places = twice.map((one) => one.headers.get('location'))
    expect(new Set(places)).toEqual(new Set([`/join/${token}`, '/join/done']))
    expect(where(await askJoin(token, `${password} khác`))).toEqual(`/join/${token}`)
    expect(await signIn({ email: 'lan@xa.gov.vn', password }, stranger())).toMatchObject({
      ok: true,
    })
    const done = "select count(*) from audit_events where action = 'password-set'"
    expect(await lines(done)).toEqual(['1'])
  })

  it('leaves its secret nowhere but with the administrator', async () => {
    as(top)
    const token = tokenOf(await askInvite())
    expect(token).toHaveLength(43)
    const kept = await lines('select token_hash from password_links')
    expect(kept.join()).not.toContain(token)
    expect((await lines('select detail from audit_events')).join()).not.toContain(token)
    const other = await active(['admin', 'tinh'])
    expect(await getMadeLink(other, token, Date.now())).toBeNull()
  })

  it('is over after seven days', async () => {
    as(top)
    const token = tokenOf(await askInvite())
    expect(await getLiveLink(token, Date.now() + 7 * day - 60_000)).not.toBeNull()
    expect(await getLiveLink(token, Date.now() + 7 * day)).toBeNull()
  })

  it.each([
    [{ email: 'không phải' }, 'not-an-email'],
    [{ name: ' ' }, 'blank-name'],
    [{ name: 'L'.repeat(121) }, 'too-long'],
    [{ email: 'p1@xa.gov.vn' }, 'email-taken'],
  ])('with %o is refused in words', async (fields, code) => {
    as(top)
    expect((await askInvite(fields)).headers.get('location')).toContain(`problem=${code}`)
  })

  it('reaches no further than who invites', async () => {
    const inA = await active(['admin', 'xa-a'])
    as(inA)
    expect((await askInvite({ unit: 'tinh' })).status).toBe(404)
    expect((await askInvite({ unit: 'xa-b' })).status).toBe(404)
    expect((await askInvite({ unit: 'nowhere' })).status).toBe(404)
    expect((await askInvite({ role: 'king' })).status).toBe(404)
    expect(await getUserByEmail('lan@xa.gov.vn')).toBeNull()
    expect((await askInvite({ role: 'admin' })).status).toBe(303)
  })
})

describe('what an administrator does holds at the next request', () => {
  it('disabling ends sessions for good and links too; enabling brings back none of them', async () => {
    const person = await active(['viewer', 'xa-a'])
    const now = Date.now()
    await createSession('cookie', person.userId, now)
    as(top)
    await disable(person.userId)
    expect(await getLiveSession('cookie', now)).toBeNull()
    expect((await getPerson(top, person.userId))?.state).toBe('disabled')
    const refused = await askReset(person.userId)
    expect(refused.headers.get('location')).toContain('problem=person-disabled')
    await enable(person.userId)
    expect(await getLiveSession('cookie', now)).toBeNull()
    expect((await getPerson(top, person.userId))?.state).toBe('active')
  })

  it('whoever is shut out stays so for a form that says neither in nor out', async () => {
    const person = await active(['viewer', 'xa-a'])
    as(top)
    await disable(person.userId)
    for (const to of ['', 'active', 'enabled,disabled']) {
      expect((await turnTo(to)(person.userId)).status).toBe(404)
    }
    expect((await getPerson(top, person.userId))?.state).toBe('disabled')
  })

  it('a reset takes the password, the sessions and the older link', async () => {
    as(top)
    const first = tokenOf(await askInvite())
    await askJoin(first, password)
    const person = await getUserByEmail('lan@xa.gov.vn')
    const id = person?.id ?? 0
    await createSession('cookie', id, Date.now())
    const older = tokenOf(await askReset(id))
    expect(await getLiveSession('cookie', Date.now())).toBeNull()
    expect(await signIn({ email: 'lan@xa.gov.vn', password }, stranger())).toMatchObject({
      ok: false,
    })
    const newer = tokenOf(await askReset(id))
    expect(where(await askJoin(older, password))).toEqual(`/join/${older}`)
    expect(where(await askJoin(newer, password))).toEqual('/join/done')
  })

  it('a role taken away is gone from the session', async () => {
    const person = await active(['viewer', 'xa-a'])
    await createSession('cookie', person.userId, Date.now())
    as(top)
    await takeRole(person.userId, 'viewer', 'xa-a')
    expect((await getLiveSession('cookie', Date.now()))?.grants).toEqual([])
  })
})
