import { beforeEach, describe, expect, it, vi } from 'vitest'
import { POST as changePassword } from '@/app/(staff)/dashboard/account/password/route'
import { POST as changeFactor } from '@/app/(staff)/dashboard/account/second-factor/[change]/route'
import { GET as figures } from '@/app/(staff)/dashboard/export/figures.csv/route'
import { POST as readFields } from '@/app/(staff)/dashboard/field-list/import/read/route'
import { POST as demand } from '@/app/(staff)/dashboard/people/second-factor/save/route'
import { GET as rates } from '@/app/api/v1/rates/route'
import { secretToSetUp } from '@/auth/own-second-factor'
import { currentAccount, currentScope, requireStaff } from '@/auth/session'
import { hashSessionId } from '@/auth/session-id'
import { listDemandedRoles } from '@/db/accounts/demanded-factor'
import { getPerson } from '@/db/accounts/people'
import { createSession, getLiveSession } from '@/db/accounts/sessions'
import type { Scope } from '@/domain/access'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict } from '../helpers/district'
import { personWith } from '../helpers/people'
import { askReset, post, where } from '../helpers/people-forms'
import { lines } from '../helpers/recount'
import { givePassword, password, setUp, shownBy } from '../helpers/second-factor'

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
  }),
  headers: async () => new Headers(),
}))
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`to ${to}`)
  },
}))
// The cookie's envelope is next-auth's and is looked at in the browser tests.
vi.mock('next-auth/jwt', () => ({
  decode: async ({ token }: { token: string }) => ({ sid: token }),
}))
useTestDatabase()
const page = '/dashboard/account/second-factor'

let head: Scope
beforeEach(async () => {
  jar.clear()
  await foundDistrict()
  head = await personWith(['admin', 'tinh'])
  await givePassword(head)
})

/** From here on this person's browser sends the requests. */
async function enter({ userId }: Scope, session = 'this'): Promise<void> {
  await createSession(hashSessionId(session), userId, Date.now())
  jar.set('hai-long.session', session)
}

/** Sends a form of the own second factor; keeps the cookies that come back. */
async function change(what: string, fields: Record<string, string> = {}) {
  const answer = await changeFactor(post(fields), { params: Promise.resolve({ change: what }) })
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    jar.set(name, value)
  }
  return where(answer)
}

const demandOf = (...roles: string[]) => {
  const form = new URLSearchParams(roles.map((role) => ['roles', role]))
  const { headers } = post()
  return demand(new Request('http://localhost:3000/', { method: 'POST', headers, body: form }))
}

const march = 'survey=kiosk-1&unit=tinh&from=2026-03-01&to=2026-03-31'

describe('a demanded second factor', () => {
  it('opens nothing to whoever has none: no page, no figures for machines, no export', async () => {
    await enter(head)
    expect(where(await demandOf('admin', 'leader', 'nobody'))).toBe(
      '/dashboard/people/second-factor?done=saved',
    )
    expect(await currentScope()).toBeNull()
    expect((await currentAccount())?.userId).toBe(head.userId)
    await expect(requireStaff()).rejects.toThrow(`to ${page}`)
    const api = await rates(new Request(`http://localhost:3000/api/v1/rates?${march}`))
    expect(api.status).toBe(401)
    const file = await figures(new Request(`http://localhost:3000/x?${march}`))
    expect([file.status, file.headers.get('content-type')]).toEqual([303, null])
    // They are signed in: what is left to do is there, and not at the sign-in.
    expect(where(file)).toBe(page)
    expect(where(await demandOf())).toBe(page)
    const upload = new Request('http://localhost:3000/', {
      ...{ method: 'POST', headers: { origin: 'http://localhost:3000' }, body: new FormData() },
    })
    expect(where(await readFields(upload))).toBe(page)
    const noted = "select detail from audit_events where action = 'second-factor-demanded'"
    expect(await lines(noted)).toEqual(['{"roles":"admin leader"}'])
  })

  it('lets them in as soon as it is set up', async () => {
    await enter(head)
    await demandOf('admin')
    expect(await change('begin')).toBe(`${page}#scan-title`)
    const account = await currentAccount()
    const secret = account && (await secretToSetUp(account))
    if (!secret) throw new Error('nothing to set up')
    const wrong = await change('confirm', { password, code: '000000x' })
    expect(wrong).toBe(`${page}?problem=code-wrong&field=code`)
    expect(await currentScope()).toBeNull()
    const done = await change('confirm', { password, code: shownBy(secret) })
    expect(done).toBe(`${page}?done=on#codes`)
    expect((await currentScope())?.hasSecondFactor).toBe(true)
  })

  it('concerns who holds a named role, and nobody else', async () => {
    const viewer = await personWith(['viewer', 'xa-a'])
    await enter(head)
    await demandOf('viewer')
    expect(await currentScope()).not.toBeNull()
    const listed = await listDemandedRoles(head)
    expect(listed?.find(({ role }) => role === 'viewer')).toEqual({
      role: 'viewer',
      isDemanded: true,
      held: 1,
      without: 1,
    })
    await enter(viewer, 'second')
    expect(await currentScope()).toBeNull()
  })

  it('is set by whoever administers everything only', async () => {
    const part = await personWith(['admin', 'xa-a'])
    await enter(part)
    expect((await demandOf('viewer')).status).toBe(404)
    expect(await listDemandedRoles(part)).toBeNull()
    await enter(await personWith(['leader', 'tinh']), 'second')
    expect((await demandOf('viewer')).status).toBe(404)
  })
})

describe('the own second factor', () => {
  it('is on only with the password and a code of the new app; other sessions end', async () => {
    await enter(head, 'other')
    await enter(head)
    await change('begin')
    const secret = (await secretToSetUp(head)) ?? Buffer.alloc(0)
    const code = shownBy(secret)
    expect(await change('confirm', { password: 'sai', code })).toContain('password-wrong')
    expect(await getLiveSession(hashSessionId('other'), Date.now())).not.toBeNull()
    expect(await change('confirm', { password, code })).toBe(`${page}?done=on#codes`)
    expect(await getLiveSession(hashSessionId('other'), Date.now())).toBeNull()
    expect(await getLiveSession(hashSessionId('this'), Date.now())).not.toBeNull()
    expect(await lines('select count(*) from recovery_codes')).toEqual(['10'])
    const [stored] = await lines('select secret from second_factors')
    expect(Buffer.from(stored ?? '', 'base64url').includes(secret)).toBe(false)
    expect(await change('begin')).toBe(`${page}#scan-title`)
    expect(await lines('select secret from second_factors')).toEqual([stored])
  })

  it('is turned off with the password and a code; the password then has to be long', async () => {
    const { secret, codes } = await setUp(head, hashSessionId('this'))
    await enter(head)
    const short = 'nắng bụi đồi' // twelve letters, enough beside a second factor
    expect(where(await changePassword(post({ current: password, password: short })))).toBe(
      '/dashboard/account?done=password',
    )
    const code = shownBy(secret)
    expect(await change('off', { password, code })).toContain('password-wrong')
    expect(await change('off', { password: short, code })).toContain('password-short-alone')
    await changePassword(post({ current: short, password }))
    expect(await change('off', { password, code: 'khong-phai-ma' })).toContain('code-wrong')
    expect(await change('off', { password, code: codes[0] ?? '' })).toBe(`${page}?done=off`)
    expect((await currentScope())?.hasSecondFactor).toBe(false)
    expect(await lines('select count(*) from recovery_codes')).toEqual(['0'])
  })

  it('gets a new set of recovery codes for a code of the app', async () => {
    const { secret } = await setUp(head, hashSessionId('this'))
    await enter(head)
    const before = await lines('select code_hash from recovery_codes')
    expect(await change('codes', { renewal: '000000x' })).toContain('code-wrong')
    expect(await change('codes', { renewal: shownBy(secret) })).toBe(`${page}?done=codes#codes`)
    const after = await lines('select code_hash from recovery_codes')
    expect(after).toHaveLength(10)
    expect(after.filter((hash) => before.includes(hash))).toEqual([])
    expect(await change('nothing')).toBe(404)
  })
})

describe('an administrator', () => {
  it('sees who has one, and takes it away with a reset', async () => {
    const lan = await personWith(['viewer', 'xa-a'])
    await givePassword(lan)
    await setUp(lan)
    await enter(head)
    expect((await getPerson(head, lan.userId))?.hasSecondFactor).toBe(true)
    expect((await askReset(lan.userId)).status).toBe(303)
    expect((await getPerson(head, lan.userId))?.hasSecondFactor).toBe(false)
    expect(await lines('select count(*) from recovery_codes')).toEqual(['0'])
    const last = 'select action from audit_events order by seq desc limit 2'
    expect(await lines(last)).toEqual(['second-factor-removed', 'password-link-made'])
  })
})
