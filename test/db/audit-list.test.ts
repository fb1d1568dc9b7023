import { beforeEach, describe, expect, it } from 'vitest'
import { addGrant, createUser } from '@/db/accounts/new-users'
import { eventsPerPage, listAuditEvents, listAuditPeople } from '@/db/audit/list'
import { writeWithAudit } from '@/db/audit/log'
import type { AuditAction } from '@/domain/audit-action'
import { type AuditFilter, parseAuditFilter } from '@/domain/audit-filter'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict, scopeAt } from '../helpers/district'
import { lines } from '../helpers/recount'

useTestDatabase()
beforeEach(foundDistrict)

const everything: AuditFilter = { action: '', unit: '', actor: '', from: '', to: '', before: null }
const day = 86_400_000
const four = ['unit-added', 'desk-added', 'link-closed', 'link-opened'] as const
const [a, b, c, d] = four

/** One event an hour, each at the next unit of the list. */
async function happen(actions: readonly AuditAction[], units: readonly (string | null)[]) {
  const ids = new Map(
    (await lines('select code, id from units')).map((line) => line.split(' ') as [string, string]),
  )
  for (const [index, action] of actions.entries()) {
    const unit = units[index % units.length] ?? null
    const unitId = unit === null ? null : Number(ids.get(unit))
    await writeWithAudit(
      [],
      { actorId: null, actor: 'test', action, unitId, detail: { index } },
      arrival + index * day,
    )
  }
}

const seen = async (unit: Parameters<typeof scopeAt>[0], filter: Partial<AuditFilter> = {}) =>
  (await listAuditEvents(await scopeAt(unit, 'admin'), { ...everything, ...filter })).events.map(
    ({ action }) => action,
  )

describe('the audit log', () => {
  beforeEach(() => happen(four, ['xa-a', 'xa-b', 'xa-b-1', null]))

  it('shows an administrator the units in reach, newest first', async () => {
    expect(await seen('tinh')).toEqual([d, c, b, a])
    expect(await seen('xa-b')).toEqual([c, b])
    expect(await seen('xa-a')).toEqual([a])
  })

  it('shows nothing to the other roles', async () => {
    for (const role of ['leader', 'reporter', 'clerk', 'viewer'] as const) {
      const { events } = await listAuditEvents(await scopeAt('xa-a', role), everything)
      expect(events).toEqual([])
    }
  })

  it('is filtered by action, unit and local day, and by nothing in another reach', async () => {
    expect(await seen('tinh', { action: b })).toEqual([b])
    expect(await seen('tinh', { unit: 'xa-b-1' })).toEqual([c])
    expect(await seen('xa-a', { unit: 'xa-b-1' })).toEqual([])
    expect(await seen('tinh', { from: '2026-11-21', to: '2026-11-22' })).toEqual([c, b])
  })

  it('is filtered by person, and names people with a role in reach', async () => {
    const by = { actorId: null, actor: 'test' }
    const person = { email: 'a@xa.vn', name: 'Lê A', passwordHash: 'x' }
    const made = await createUser(person, { unitId: 3, role: 'admin' }, by, arrival)
    if (!made.ok) throw new Error('not made')
    await writeWithAudit([], { actorId: made.value, actor: 'user', action: 'signed-in' }, arrival)
    expect(await seen('tinh', { actor: String(made.value) })).toEqual(['signed-in'])
    expect(await seen('tinh', { actor: 'x' })).toEqual([])
    await addGrant({ userId: made.value, unitId: 3, role: 'viewer' }, by, arrival)
    expect((await listAuditPeople(await scopeAt('tinh', 'admin'))).map(({ name }) => name)).toEqual(
      ['Lê A'],
    )
  })
})

it('comes in pages without a gap, also where what is looked for is rare', async () => {
  await happen(
    Array.from({ length: 2 * eventsPerPage + 3 }, (_, index) => (index % 2 ? b : a)),
    ['xa-a'],
  )
  const scope = await scopeAt('tinh', 'admin')
  const first = await listAuditEvents(scope, { ...everything, action: b })
  expect(first.events).toHaveLength(eventsPerPage)
  const second = await listAuditEvents(scope, { ...everything, action: b, before: first.next })
  const all = [...first.events, ...second.events].map(({ seq }) => seq)
  expect(all).toHaveLength(eventsPerPage + 1)
  expect(new Set(all).size).toBe(all.length)
  expect(second.next).toBeNull()
})

it('reads a filter out of an address, and says what is no day', () => {
  const parse = (query: string) => parseAuditFilter(new URLSearchParams(query))
  expect(parse('from=2026-11-31')).toMatchObject({
    ok: false,
    problems: [{ code: 'not-a-day', field: 'from' }],
  })
  expect(parse('from=2026-11-20&to=2026-11-19').ok).toBe(false)
  expect(parse('before=-4&action=%20a%20')).toMatchObject({
    ok: true,
    value: { before: null, action: 'a' },
  })
})
