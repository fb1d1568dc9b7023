import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, it, vi } from 'vitest'
import { POST as save } from '@/app/(staff)/dashboard/dossiers/entry/save/route'
import { SignInMessage } from '@/app/(staff)/sign-in/message'
import { currentScope, entranceTo } from '@/auth/session'
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
    <SignInMessage locale="vi" error={null} isOut={false} isUnsaved />,
  )
  expect(said).toContain('Nội dung vừa gửi chưa được lưu')
})

it('says nothing of it to whoever must set up a second factor first', async () => {
  vi.mocked(entranceTo).mockResolvedValue('/dashboard/account/second-factor')
  const answer = await save(post({ unit: 'xa-a' }))
  expect(answer.headers.get('location')).toBe('/dashboard/account/second-factor')
})
