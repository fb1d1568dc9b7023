import { beforeEach, describe, expect, it } from 'vitest'
import { addGrant, createUser } from '@/db/accounts/new-users'
import {
  ABSOLUTE_LIMIT,
  createSession,
  endSession,
  getLiveSession,
  IDLE_LIMIT,
  noteSeen,
} from '@/db/accounts/sessions'
import { database, write } from '@/db/client'
import { sessions } from '@/db/schema/people'
import { units } from '@/db/schema/units'
import { useTestDatabase } from '../helpers/database'

useTestDatabase()
const by = { actorId: null, actor: 'test' }
const now = 1_790_000_000_000
const minute = 60_000

beforeEach(async () => {
  await write([
    database().insert(units).values({ id: 1, code: 'office', name: 'Một cửa', level: 'office' }),
  ])
  const lan = { email: 'lan@xa.gov.vn', name: 'Lan', passwordHash: 'x' }
  await createUser(lan, { unitId: 1, role: 'viewer' }, by, now)
  await createSession('hash', 1, now)
})

describe('a session', () => {
  it('knows the person and all their grants', async () => {
    await addGrant({ userId: 1, unitId: 1, role: 'clerk' }, by, now)
    const live = await getLiveSession('hash', now)
    expect(live?.person).toEqual({ userId: 1, email: 'lan@xa.gov.vn', name: 'Lan' })
    expect(live?.grants.map((grant) => grant.role).toSorted()).toEqual(['clerk', 'viewer'])
    expect(await getLiveSession('other', now)).toBeNull()
  })

  it('of somebody without any grant is still theirs', async () => {
    await write(['delete from grants'])
    expect(await getLiveSession('hash', now)).toMatchObject({ grants: [] })
  })

  it('is worth nothing once ended, and ends once', async () => {
    expect(await endSession('hash', now)).toBe(1)
    expect(await getLiveSession('hash', now)).toBeNull()
    expect(await endSession('hash', now)).toBeNull()
    expect(await endSession('other', now)).toBeNull()
  })

  it('leaves its beginning and its end in the audit log, once each', async () => {
    await endSession('hash', now + minute)
    await endSession('hash', now + minute)
    const { rows } = await database().$client.execute(
      'select actor_id, action from audit_events where actor_id is not null',
    )
    expect(rows.map(({ actor_id, action }) => [actor_id, action])).toEqual([
      [1, 'signed-in'],
      [1, 'signed-out'],
    ])
  })

  it('ends when idle, but not while it is used', async () => {
    expect(await getLiveSession('hash', now + IDLE_LIMIT - 1)).not.toBeNull()
    expect(await getLiveSession('hash', now + IDLE_LIMIT)).toBeNull()
    await noteSeen('hash', now, now + IDLE_LIMIT - 1)
    expect(await getLiveSession('hash', now + IDLE_LIMIT)).not.toBeNull()
  })

  it('ends after its absolute limit however much it is used', async () => {
    await write([`update sessions set last_seen_at = ${now + ABSOLUTE_LIMIT}`])
    expect(await getLiveSession('hash', now + ABSOLUTE_LIMIT - 1)).not.toBeNull()
    expect(await getLiveSession('hash', now + ABSOLUTE_LIMIT)).toBeNull()
  })

  it('of a disabled user is worth nothing', async () => {
    await write([`update users set disabled_at = ${now}`])
    expect(await getLiveSession('hash', now)).toBeNull()
  })

  it('writes that it was seen only now and then', async () => {
    await noteSeen('hash', now, now + 9 * minute)
    expect(await getLiveSession('hash', now)).toMatchObject({ lastSeenAt: now })
    await noteSeen('hash', now, now + 11 * minute)
    expect(await getLiveSession('hash', now + 11 * minute)).toMatchObject({
      lastSeenAt: now + 11 * minute,
    })
  })

  it('is deleted a month after it was over', async () => {
    await createSession('later', 1, now + ABSOLUTE_LIMIT + 31 * 24 * 60 * minute)
    const left = await database().select({ idHash: sessions.idHash }).from(sessions)
    expect(left).toEqual([{ idHash: 'later' }])
  })
})

it('a session that began by a clock that was ahead is over once the clock is right', async () => {
  expect(await getLiveSession('hash', now - minute)).not.toBeNull()
  expect(await getLiveSession('hash', now - 10 * minute)).toBeNull()
  await createSession('early', 1, now - 10 * minute)
  await noteSeen('early', now - 10 * minute, now + 60 * minute)
  expect(await getLiveSession('early', now)).toBeNull()
})
