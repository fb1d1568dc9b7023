import { beforeEach, describe, expect, it } from 'vitest'
import { createFirstAdmin } from '@/auth/first-admin'
import { signIn } from '@/auth/sign-in'
import { createUser } from '@/db/accounts/new-users'
import { database, write } from '@/db/client'
import { units } from '@/db/schema/units'
import { useTestDatabase } from '../helpers/database'
import { stranger } from '../helpers/visits'

useTestDatabase()
const now = 1_790_000_000_000

beforeEach(async () => {
  await write([
    database().insert(units).values({ id: 1, code: 'office', name: 'Một cửa', level: 'office' }),
  ])
})

describe('the first administrator', () => {
  it('gets a made password, told once, that lets them in at once', async () => {
    const made = await createFirstAdmin('admin@localhost', undefined, 1, now)
    const password = made.ok ? made.value?.generatedPassword : undefined
    expect(password).toBeDefined()
    expect(await signIn({ email: ' Admin@Localhost', password }, stranger())).toMatchObject({
      ok: true,
      userId: 1,
    })
  })

  it('may choose it, and then it is not told', async () => {
    const made = await createFirstAdmin('a@xa.gov.vn', 'thuyền về bến cũ', 1, now)
    expect(made).toEqual({ ok: true, value: { email: 'a@xa.gov.vn' } })
    const typed = { email: 'a@xa.gov.vn', password: 'thuyền về bến cũ' }
    expect(await signIn(typed, stranger())).toMatchObject({ ok: true, userId: 1 })
  })

  it('is made once', async () => {
    await createFirstAdmin('admin@localhost', undefined, 1, now)
    expect(await createFirstAdmin('b@xa.gov.vn', undefined, 1, now)).toEqual({
      ok: true,
      value: null,
    })
  })

  it('is not made with a short password', async () => {
    const made = await createFirstAdmin('admin@localhost', 'ngắn quá', 1, now)
    expect(made).toMatchObject({ ok: false, problems: [{ code: 'password-short' }] })
    expect((await createFirstAdmin('admin@localhost', undefined, 1, now)).ok).toBe(true)
  })
})

describe('signing in', () => {
  it('answers the same to an unknown e-mail, a wrong password and a disabled user', async () => {
    await createFirstAdmin('a@xa.gov.vn', 'thuyền về bến cũ', 1, now)
    const wrong = { ok: false, error: 'wrong' }
    expect(await signIn({ email: 'a@xa.gov.vn', password: 'không phải' }, stranger())).toEqual(
      wrong,
    )
    expect(
      await signIn({ email: 'b@xa.gov.vn', password: 'thuyền về bến cũ' }, stranger()),
    ).toEqual(wrong)
    await expect.poll(async () => (await listEvents()).length).toBe(1)
    const other = { email: 'd@xa.gov.vn', name: 'D', passwordHash: 'x' }
    await createUser(other, { unitId: 1, role: 'admin' }, { actorId: null, actor: 'test' }, now)
    await write(['update users set disabled_at = 1 where id = 1'])
    expect(
      await signIn({ email: 'a@xa.gov.vn', password: 'thuyền về bến cũ' }, stranger()),
    ).toEqual(wrong)
    await expect.poll(async () => (await listEvents()).length).toBe(2)
  })

  it('leaves failures of people who exist in the audit log, without what was typed', async () => {
    await createFirstAdmin('c@xa.gov.vn', 'thuyền về bến cũ', 1, now)
    for (const email of ['c@xa.gov.vn', 'c@xa.gov.vn', 'c@xa.gov.vn', 'ai-do@xa.gov.vn']) {
      await signIn({ email, password: 'không phải' }, stranger())
    }
    await expect.poll(async () => (await listEvents()).length).toBe(2)
    expect(await listEvents()).toEqual([
      { actor_id: 1, action: 'sign-in-failed', detail: '{"inARow":1}' },
      { actor_id: 1, action: 'sign-in-failed', detail: '{"inARow":2}' },
    ])
  })

  it('asks for both', async () => {
    const missing = { ok: false, error: 'missing' }
    expect(await signIn(undefined, stranger())).toEqual(missing)
    expect(await signIn({ email: 'a@xa.gov.vn', password: '' }, stranger())).toEqual(missing)
    expect(await signIn({ email: '  ', password: 'x' }, stranger())).toEqual(missing)
  })
})

async function listEvents() {
  const sql =
    'select actor_id, action, detail from audit_events where actor_id is not null order by seq'
  const { rows } = await database().$client.execute(sql)
  return rows.map((row) => ({ ...row }))
}
