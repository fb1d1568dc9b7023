import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, it, vi } from 'vitest'
import { POST as save } from '@/app/(staff)/dashboard/dossiers/entry/save/route'
import { SignInMessage } from '@/app/(staff)/sign-in/message'
import { currentScope, entranceTo } from '@/auth/session'
import { translator } from '@/lib/i18n'
import { useTestDatabase } from '../helpers/database'
import { post } from '../helpers/people-forms'

vi.mock('@/auth/session')
useTestDatabase()
beforeEach(() => vi.mocked(currentScope).mockResolvedValue(null))

it('tells whoever sends a form after the session has ended that nothing was stored', async () => {
  vi.mocked(entranceTo).mockResolvedValue('/sign-in?next=%2Fdashboard')
  const answer = await save(post({ unit: 'xa-a' }))
  expect(answer.headers.get('location')).toBe('/sign-in?next=%2Fdashboard&unsaved=1')
  const said = renderToStaticMarkup(
    <SignInMessage t={translator('vi')} error={null} isOut={false} isUnsaved />,
  )
  expect(said).toContain('Nội dung vừa gửi chưa được lưu')
})

it('leads back to the unit and period that were chosen, and to no notice of an earlier form', async () => {
  vi.mocked(entranceTo).mockImplementation(async (page) => `/sign-in?next=${page}`)
  const entry = '/dashboard/dossiers/entry'
  const sentFrom = async (referer: string) => {
    const request = post({ unit: 'xa-a' })
    request.headers.set('referer', referer)
    return (await save(request)).headers.get('location')
  }
  expect(await sentFrom(`http://localhost:3000${entry}?unit=xa-a&from=2026-01-01&done=saved`)).toBe(
    `/sign-in?next=${entry}?unit=xa-a&from=2026-01-01&unsaved=1`,
  )
  expect(await sentFrom('http://localhost:3000/dashboard?unit=xa-a')).toBe(
    `/sign-in?next=${entry}&unsaved=1`,
  )
  expect(await sentFrom('odd')).toBe(`/sign-in?next=${entry}&unsaved=1`)
})

it('says nothing of it to whoever must set up a second factor first', async () => {
  vi.mocked(entranceTo).mockResolvedValue('/dashboard/account/second-factor')
  const answer = await save(post({ unit: 'xa-a' }))
  expect(answer.headers.get('location')).toBe('/dashboard/account/second-factor')
})
