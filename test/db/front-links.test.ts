import { beforeEach, expect, it } from 'vitest'
import { listFrontLinks } from '@/db/surveys/front'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict } from '../helpers/district'

useTestDatabase()
beforeEach(foundDistrict)

it('names the unit of each link of a whole unit, communes first: one form may stand there for several', async () => {
  const links = await listFrontLinks(arrival, 20)
  const desk8 = links.filter(({ code }) => code.startsWith('desk-8'))
  expect(desk8).toEqual([
    { code: 'desk-8.xa-a.link', unit: 'Xã A' },
    { code: 'desk-8.xa-b.link', unit: 'Xã B' },
    { code: 'desk-8', unit: 'Bộ phận một cửa' },
    { code: 'desk-8.tinh.link', unit: 'Tỉnh' },
    { code: 'desk-8.xa-b-1.link', unit: 'Điểm B1' },
  ])
  expect(await listFrontLinks(arrival, 2)).toHaveLength(2)
})
