import { beforeEach, expect, it } from 'vitest'
import { ClosingOffer } from '@/app/(staff)/dashboard/closing-offer'
import { translator } from '@/lib/i18n'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict, scopeAt } from '../helpers/district'
import { october } from '../helpers/province-figures'

useTestDatabase()
beforeEach(foundDistrict)

it('offers to close a period that has responses, and not one without any', async () => {
  const scope = await scopeAt('xa-a', 'leader')
  const view = { unit: 'xa-a', survey: 'desk-8', ...october, locale: 'vi' } as const
  const t = translator('vi')
  expect(await ClosingOffer({ scope, view, t, isEmpty: false })).not.toBeNull()
  expect(await ClosingOffer({ scope, view, t, isEmpty: true })).toBeNull()
})
