import { vi } from 'vitest'
import { POST as reset } from '@/app/(staff)/dashboard/people/[id]/reset/route'
import { POST as give } from '@/app/(staff)/dashboard/people/[id]/role/route'
import { POST as take } from '@/app/(staff)/dashboard/people/[id]/role-removal/route'
import { POST as turn } from '@/app/(staff)/dashboard/people/[id]/state/route'
import { POST as invite } from '@/app/(staff)/dashboard/people/invite/route'
import { POST as join } from '@/app/(staff)/join/[token]/password/route'
import { currentScope, entranceTo } from '@/auth/session'
import { write } from '@/db/client'
import type { Role, Scope } from '@/domain/access'
import { personWith } from './people'

/** Who sends the forms; the test mocks auth/session. */
export function as(scope: Scope | null): void {
  vi.mocked(currentScope).mockResolvedValue(scope)
  vi.mocked(entranceTo).mockImplementation(async (page) => `/sign-in?next=${page}`)
}

/** Somebody who has set a password. */
export async function active(...grants: readonly (readonly [Role, string])[]): Promise<Scope> {
  const scope = await personWith(...grants)
  await arrive(scope)
  return scope
}

export const arrive = ({ userId }: Scope) =>
  write([{ sql: "update users set password_hash = 'x' where id = ?", args: [userId] }])

/** A form as a page of this app posts it. */
export function post(fields: Record<string, string> = {}, headers: HeadersInit = {}): Request {
  const origin = { origin: 'http://localhost:3000', host: 'localhost:3000' }
  const body = new URLSearchParams(fields)
  const init = { method: 'POST', body, headers: { ...origin, ...headers } }
  return new Request('http://localhost:3000/form', init)
}

type Id = number | string
const params = (id: Id) => ({ params: Promise.resolve({ id: String(id) }) })
export const turnTo = (to: string) => (id: Id) => {
  const { headers } = post()
  return turn(
    new Request(`http://localhost:3000/?to=${to}`, {
      method: 'POST',
      headers,
      body: new URLSearchParams(),
    }),
    params(id),
  )
}

export const giveRole = (id: Id, role: string, unit: string) =>
  give(post({ role, unit }), params(id))
export const takeRole = (id: Id, role: string, unit: string) =>
  take(post({ role, unit }), params(id))
export const disable = turnTo('disabled')
export const enable = turnTo('enabled')
export const askReset = (id: Id) => reset(post(), params(id))

export const whom = { name: 'Lan', email: 'Lan@xa.gov.vn', role: 'viewer', unit: 'xa-a' }
export const askInvite = (fields: Record<string, string> = {}) =>
  invite(post({ ...whom, ...fields }))

/** What the person types who opened the link; their page tells no origin. */
export const askJoin = (token: string, password: string) =>
  join(post({ password }, { origin: 'null' }), { params: Promise.resolve({ token }) })

/** The secret in the cookie of an answer that made a link. */
export const tokenOf = (answer: Response): string =>
  /hl-password-link=([\w-]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''

export const where = (answer: Response) => answer.headers.get('location') ?? answer.status
