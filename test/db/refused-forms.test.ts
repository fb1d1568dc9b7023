import { beforeEach, expect, test, vi } from 'vitest'
import { POST as close } from '@/app/(staff)/dashboard/closings/close/route'
import { POST as propose } from '@/app/(staff)/dashboard/signs/propose/route'
import { readKeptForm } from '@/app/(staff)/refused-form'
import { currentScope } from '@/auth/session'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict } from '../helpers/district'
import { recordMany } from '../helpers/invalidation'
import { personWith } from '../helpers/people'
import { lines } from '../helpers/recount'

vi.mock('@/auth/session')
useTestDatabase()
beforeEach(foundDistrict)

const origin = 'http://localhost:3000'
const form = (fields: [string, string][]) =>
  new Request(`${origin}/x`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin },
  })
const view: [string, string][] = [
  ['unit', 'xa-b'],
  ['survey', 'desk-8'],
  ['from', '2026-09-01'],
  ['to', '2026-09-30'],
]
const paramsOf = (answer: Response) =>
  new URL(answer.headers.get('location') ?? '', origin).searchParams

async function signIn() {
  const leader = await personWith(['leader', 'xa-b'])
  vi.mocked(currentScope).mockResolvedValue(leader)
  return leader
}

test('a refused proposal keeps what was marked and its reason, for the one who typed it', async () => {
  const leader = await signIn()
  const [a, b] = await recordMany(2)
  const send = (reason: string) =>
    propose(form([...view, ['r', `${a}`], ['r', `${b}`], ['reason', reason]]))
  expect((await send('Thử máy')).status).toBe(303)
  const params = paramsOf(await send('Thử máy lần hai'))
  expect(params.get('problem')).toBe('already-proposed')
  const kept = await readKeptForm(leader, params, Date.now())
  expect([...(kept ?? [])]).toEqual([
    ['r', `${a}`],
    ['r', `${b}`],
    ['reason', 'Thử máy lần hai'],
  ])
  const other = await personWith(['leader', 'xa-b'])
  expect(await readKeptForm(other, params, Date.now())).toBeNull()
  expect(await readKeptForm(leader, new URLSearchParams(), Date.now())).toBeNull()
})

test('a refused closing keeps its note; what was taken in is kept nowhere', async () => {
  const leader = await signIn()
  const send = (note: string, request: string) =>
    close(form([...view, ['note', note], ['request', request]]))
  const params = paramsOf(await send('Báo cáo quý III', ''))
  expect(params.get('problem')).toBe('malformed')
  expect((await readKeptForm(leader, params, Date.now()))?.get('note')).toBe('Báo cáo quý III')
  expect(paramsOf(await send('Báo cáo', 'request-1')).get('done')).toBe('closed')
  expect(await lines('select count(*) from staff_drafts')).toEqual(['1'])
})
