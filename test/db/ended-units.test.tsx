import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, it } from 'vitest'
import { DeskForm } from '@/app/(staff)/dashboard/devices/desk-form'
import { mergeUnit } from '@/db/units/merger'
import { listUnitsFor } from '@/db/units/units'
import { translator } from '@/lib/i18n'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict } from '../helpers/district'
import { someoneAt } from '../helpers/tablet'

useTestDatabase()
beforeEach(foundDistrict)

it('offers no unit whose last day is over where a desk is added', async () => {
  const scope = await someoneAt('tinh')
  await mergeUnit(scope, 'xa-b', { successorCode: 'xa-a', day: '2026-11-30' }, arrival)
  const units = await listUnitsFor(scope, 'administration')
  const onThe = (day: string) =>
    renderToStaticMarkup(<DeskForm units={units} t={translator('vi')} today={day} />)
  expect(onThe('2026-11-30')).toContain('value="xa-b"')
  expect(onThe('2026-12-01')).not.toContain('value="xa-b"')
  expect(onThe('2026-12-01')).toContain('value="xa-a"')
})
