import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, it } from 'vitest'
import { LinkForm } from '@/app/(staff)/dashboard/units/[code]/link-form'
import { backTo } from '@/app/(staff)/form-answer'
import { listDeskViews } from '@/db/units/desk-view'
import { getUnit } from '@/db/units/units'
import { translator } from '@/lib/i18n'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict } from '../helpers/district'
import { someoneAt } from '../helpers/tablet'

useTestDatabase()
beforeEach(foundDistrict)

const page = 'http://localhost:3000/dashboard/units/xa-a'

it('a refused link brings back everything that was chosen for it', async () => {
  const desks = await listDeskViews(await someoneAt('xa-a'), 'xa-a', arrival)
  const unit = await getUnit('xa-a')
  if (!unit) throw new Error('no unit')
  const titles = new Map([
    ['desk-8', 'Tám câu'],
    ['kiosk-1', 'Một chạm'],
  ])
  const draw = async (params: URLSearchParams) =>
    renderToStaticMarkup(await LinkForm({ unit, desks, titles, params, t: translator('vi') }))
  const wished = ['kiosk-1', 'link', '2', 'dat-dai', 'collect']
  const names = [...(await draw(new URLSearchParams())).matchAll(/<select[^>]* name="(\w+)"/g)]
  const form = new URLSearchParams(names.map(([, name = ''], n) => [name, wished[n] ?? '']))
  const problem = { code: 'desk-closed', field: 'desk' }
  const answer = backTo(page, new Request(page), [problem], form)
  const { searchParams } = new URL(answer.headers.get('location') ?? '')
  const chosen = (await draw(searchParams)).matchAll(/<option value="([^"]*)" selected=""/g)
  expect([...chosen].map(([, value]) => value)).toEqual(wished)
})
