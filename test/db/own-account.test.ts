import { beforeEach, describe, expect, it, vi } from 'vitest'
import { POST as changeOwn } from '@/app/(staff)/dashboard/account/password/route'
import { POST as endSessions } from '@/app/(staff)/dashboard/account/session/route'
import { POST as invite } from '@/app/(staff)/dashboard/people/invite/route'
import { hashPassword } from '@/auth/password'
import { sessionIdHash } from '@/auth/session'
import { signIn } from '@/auth/sign-in'
import { createSession, getLiveSession } from '@/db/accounts/sessions'
import { write } from '@/db/client'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict } from '../helpers/district'
import { personWith } from '../helpers/people'
import { active, as, post, where, whom } from '../helpers/people-forms'
import { stranger } from '../helpers/visits'

vi.mock('@/auth/session')
useTestDatabase()
const password = 'thuyền về bến cũ chiều mưa'

beforeEach(foundDistrict)

describe('the own account', () => {
  it('changes the password with the current one only, and ends the other sessions', async () => {
    const person = await personWith(['clerk', 'xa-a'])
    const hash = await hashPassword('mật khẩu cũ của lá tre')
    await write([
      { sql: 'update users set password_hash = ? where id = ?', args: [hash, person.userId] },
    ])
    await createSession('this', person.userId, Date.now())
    await createSession('that', person.userId, Date.now())
    as(person)
    vi.mocked(sessionIdHash).mockResolvedValue('this')
    const change = (current: string, next: string) => changeOwn(post({ current, password: next }))
    const wrong = await change('không phải', password)
    expect(wrong.headers.get('location')).toContain('problem=password-wrong&field=current')
    const common = await change('mật khẩu cũ của lá tre', 'matkhau123456789')
    expect(common.headers.get('location')).toContain('problem=password-common')
    expect(where(await change('mật khẩu cũ của lá tre', password))).toEqual(
      '/dashboard/account?done=password',
    )
    expect(await getLiveSession('this', Date.now())).not.toBeNull()
    expect(await getLiveSession('that', Date.now())).toBeNull()
    expect(await signIn({ email: person.email, password }, stranger())).toMatchObject({ ok: true })
  })

  it('ends its own sessions, and nobody else’s', async () => {
    const [mine, theirs] = [await active(['viewer', 'xa-a']), await active(['viewer', 'xa-a'])]
    const now = Date.now()
    for (const name of ['m1', 'm2', 'm3']) await createSession(name, mine.userId, now)
    await createSession('t1', theirs.userId, now)
    as(mine)
    vi.mocked(sessionIdHash).mockResolvedValue('m1')
    const end = (session: string) => endSessions(post({ session }))
    expect((await end('t1')).status).toBe(404)
    expect((await end('none')).status).toBe(404)
    expect((await end('m2')).status).toBe(303)
    expect(await getLiveSession('m2', now)).toBeNull()
    expect(await getLiveSession('m3', now)).not.toBeNull()
    expect((await end('others')).status).toBe(303)
    expect(await getLiveSession('m3', now)).toBeNull()
    expect(await getLiveSession('m1', now)).not.toBeNull()
    expect(await getLiveSession('t1', now)).not.toBeNull()
  })

  it('is not for another site', async () => {
    as(await active(['admin', 'tinh']))
    const foreign = { origin: 'https://evil.example' }
    expect((await endSessions(post({ session: 'others' }, foreign))).status).toBe(403)
    expect((await invite(post(whom, foreign))).status).toBe(403)
  })
})
