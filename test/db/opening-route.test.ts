import { beforeEach, expect, it, vi } from 'vitest'
import { POST as openLink } from '@/app/(staff)/dashboard/surveys/[code]/link/route'
import { POST as openSurvey } from '@/app/(staff)/dashboard/surveys/[code]/opening/route'
import { currentScope } from '@/auth/session'
import { write } from '@/db/client'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict, scopeAt } from '../helpers/district'
import { post } from '../helpers/people-forms'
import { lines } from '../helpers/recount'

vi.mock('@/auth/session')
useTestDatabase()
beforeEach(async () => {
  await foundDistrict()
  await write([
    "insert into users (id, email, name, password_hash, created_at) values (1, 'a@b', 'A', '', 0)",
  ])
  vi.mocked(currentScope).mockResolvedValue(await scopeAt('office', 'admin'))
})

const context = { params: Promise.resolve({ code: 'desk-8' }) }
const closed = (table: 'surveys' | 'doors') =>
  lines(`select code from ${table} where closed_at is not null and code = 'desk-8'`)

it('closes nothing unless the form says so: what is cut short or made up is malformed', async () => {
  for (const fields of [{}, { open: '' }, { open: 'true' }, { open: '01' }]) {
    const ofSurvey = await openSurvey(post(fields), context)
    expect(ofSurvey.headers.get('location')).toBe('/dashboard/surveys/desk-8?problem=malformed')
    const ofLink = await openLink(post({ link: 'desk-8', ...fields }), context)
    expect(ofLink.headers.get('location')).toBe('/dashboard/surveys/desk-8?problem=malformed')
  }
  expect([await closed('surveys'), await closed('doors')]).toEqual([[], []])
})

it('closes a survey or one of its links, and opens it again', async () => {
  await openSurvey(post({ open: '0' }), context)
  await openLink(post({ link: 'desk-8', open: '0' }), context)
  expect([await closed('surveys'), await closed('doors')]).toEqual([['desk-8'], ['desk-8']])
  await openSurvey(post({ open: '1' }), context)
  await openLink(post({ link: 'desk-8', open: '1' }), context)
  expect([await closed('surveys'), await closed('doors')]).toEqual([[], []])
})
