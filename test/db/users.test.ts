import { beforeEach, describe, expect, it } from 'vitest'
import { addGrant, createUser } from '@/db/accounts/new-users'
import { getUserByEmail, hasAdministrator } from '@/db/accounts/users'
import { database, write } from '@/db/client'
import { auditEvents } from '@/db/schema/installation'
import { grants, users } from '@/db/schema/people'
import { units } from '@/db/schema/units'
import { useTestDatabase } from '../helpers/database'

useTestDatabase()
const by = { actorId: null, actor: 'test' }
const lan = { email: ' Lan@Xa.gov.vn ', name: 'Nguyễn Thị Lan', passwordHash: '$argon2id$lan' }

beforeEach(async () => {
  await write([
    database()
      .insert(units)
      .values([
        { id: 1, code: 'office', name: 'Một cửa', level: 'office' },
        { id: 2, code: 'xa-a', name: 'Xã A', level: 'xa' },
      ]),
  ])
})

describe('users', () => {
  it('are made with their first grant and found by e-mail in any case', async () => {
    const made = await createUser(lan, { unitId: 1, role: 'viewer' }, by, 5)
    expect(made).toEqual({ ok: true, value: 1 })
    expect(await getUserByEmail('LAN@xa.gov.vn')).toMatchObject({
      email: 'lan@xa.gov.vn',
      name: 'Nguyễn Thị Lan',
      disabledAt: null,
    })
    expect(await getUserByEmail('lan@xa.gov')).toBeNull()
  })

  it('have an e-mail of their own; making it twice gives no new rights', async () => {
    await createUser(lan, { unitId: 1, role: 'viewer' }, by, 5)
    const again = { ...lan, passwordHash: '$argon2id$again' }
    const second = await createUser(again, { unitId: 1, role: 'admin' }, by, 6)
    expect(second).toEqual({ ok: false, problems: [{ code: 'email-taken', field: 'email' }] })
    expect(await database().select().from(grants)).toEqual([
      { userId: 1, unitId: 1, role: 'viewer' },
    ])
  })

  it('are not made at a unit that does not exist', async () => {
    await expect(createUser(lan, { unitId: 9, role: 'viewer' }, by, 5)).rejects.toThrow()
    expect(await database().select().from(users)).toEqual([])
  })

  it('are no administrators unless somebody made them so', async () => {
    await createUser(lan, { unitId: 1, role: 'viewer' }, by, 5)
    expect(await hasAdministrator()).toBe(false)
    await addGrant({ userId: 1, unitId: 2, role: 'admin' }, by, 7)
    expect(await hasAdministrator()).toBe(true)
  })

  it('take a further role once', async () => {
    await createUser(lan, { unitId: 1, role: 'viewer' }, by, 5)
    await addGrant({ userId: 1, unitId: 2, role: 'leader' }, by, 7)
    await addGrant({ userId: 1, unitId: 2, role: 'leader' }, by, 7)
    expect(await database().select().from(grants)).toHaveLength(2)
    const events = await database().select().from(auditEvents)
    expect(events.map(({ action, unitId, detail }) => [action, unitId, detail])).toEqual([
      ['user-added', 1, '{"user":1,"role":"viewer"}'],
      ['role-added', 2, '{"user":1,"role":"leader"}'],
    ])
  })
})
