import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { isSmallGroup } from '@/domain/rate'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict, recordVisits } from '../helpers/district'
import { forgetVisits, periods, readView, type View, visits } from '../helpers/random-visits'

useTestDatabase()
beforeEach(foundDistrict)

test('no page beside another gives a small group away', { timeout: 90_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(visits, periods, async (some, period) => {
      await forgetVisits()
      await recordVisits(some)
      await checkPages('desk-8', period)
    }),
    { numRuns: 15 },
  )
})

/** An item on a unit's page less the same item on the pages of its sub-units leaves nobody alone. */
async function checkPages(
  survey: View['survey'],
  period: Pick<View, 'from' | 'to'>,
): Promise<void> {
  for (const [parent, ...children] of [
    ['tinh', 'xa-a', 'xa-b'],
    ['xa-b', 'xa-b-1'],
  ] as const) {
    for (const by of ['field', 'touchpoint', 'channel', 'question', 'reason', 'fact'] as const) {
      const above = await readView({ survey, unit: parent, ...period }, by)
      const below = await Promise.all(
        children.map(async (unit) => (await readView({ survey, unit, ...period }, by)).rows),
      )
      for (const row of above.rows) {
        const shown = below.flatMap((rows) => rows.find((one) => one.key === row.key) ?? [])
        const n = shown.reduce((all, one) => all + ('n' in one ? one.n : 0), 0)
        if (row.status === 'suppressed') expect(n).toBe(0)
        else expect([by, row.key, isSmallGroup(row.n - n)]).toEqual([by, row.key, false])
      }
    }
  }
}
