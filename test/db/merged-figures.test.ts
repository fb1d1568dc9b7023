import { beforeEach, expect, it } from 'vitest'
import { mergeUnit } from '@/db/units/merger'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict, recordVisits } from '../helpers/district'
import { readView } from '../helpers/random-visits'
import { someoneAt } from '../helpers/tablet'

useTestDatabase()
beforeEach(foundDistrict)

it('a merger leaves every figure with the unit that it was counted for', async () => {
  const visit = { survey: 'kiosk-1', version: 2, place: 'qr', daysAgo: 1 } as const
  const visits = (unit: 'xa-a' | 'xa-b', n: number) =>
    Array.from({ length: n }, () => ({ ...visit, unit, answers: { overall: 5 } }))
  await recordVisits([...visits('xa-a', 30), ...visits('xa-b', 40)])
  const n = async (unit: 'xa-a' | 'xa-b') => {
    const view = { survey: 'kiosk-1', unit, from: '2026-11-15', to: '2026-11-30' } as const
    const { total } = await readView(view, 'total')
    return total.status === 'ok' ? total.n : null
  }
  expect([await n('xa-a'), await n('xa-b')]).toEqual([30, 40])
  const merger = { successorCode: 'xa-a', day: '2026-11-19' }
  const merged = await mergeUnit(await someoneAt('tinh'), 'xa-b', merger, arrival)
  expect(merged).toMatchObject({ ok: true })
  expect([await n('xa-a'), await n('xa-b')]).toEqual([30, 40])
})
