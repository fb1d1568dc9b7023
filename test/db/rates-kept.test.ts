import { beforeEach, expect, test, vi } from 'vitest'
import { database, write } from '@/db/client'
import { listRates } from '@/db/rates'
import { noteSeen } from '@/db/sessions'
import type { RatesFilter } from '@/domain/rates-filter'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict, recordVisits, scopeAt, type Visit } from '../helpers/district'

useTestDatabase()

const visit: Visit = {
  survey: 'kiosk-1',
  version: 1,
  unit: 'xa-a',
  place: 'link',
  daysAgo: 3,
  answers: { overall: 5 },
}
const visits = (n: number): Visit[] => Array.from({ length: n }, () => visit)

const view: RatesFilter = {
  ...{ unit: 'tinh', survey: 'kiosk-1', by: 'unit', locale: 'vi' },
  ...{ from: '2026-01-01', to: '2026-12-31' },
}

beforeEach(async () => {
  await foundDistrict()
  await recordVisits(visits(40), 'first')
})

/** The total, and how many statements the database ran for it. */
async function readTotal() {
  const execute = vi.spyOn(database().$client, 'execute')
  const rates = await listRates(await scopeAt('tinh'), view)
  const tallyReads = execute.mock.calls.filter(([one]) =>
    JSON.stringify(one).includes('from tallies'),
  ).length
  execute.mockRestore()
  if (!rates.ok || !('n' in rates.value.total)) throw new Error('not shown')
  return { n: rates.value.total.n, tallyReads }
}

test('figures that were read are kept until somebody answers', async () => {
  const first = await readTotal()
  expect(first.n).toBe(40)
  expect(first.tallyReads).toBeGreaterThan(0)
  expect(await readTotal()).toEqual({ n: 40, tallyReads: 0 })
  await recordVisits(visits(2), 'more')
  const then = await readTotal()
  expect(then.n).toBe(42)
  expect(then.tallyReads).toBeGreaterThan(0)
})

test('that somebody was seen moves no figure, and everything else may', async () => {
  await readTotal()
  await noteSeen('nobody', 0, Date.now())
  expect((await readTotal()).tallyReads).toBe(0)
  await write([{ sql: "update units set name = 'Xã khác' where code = 'xa-a'", args: [] }])
  expect((await readTotal()).tallyReads).toBeGreaterThan(0)
})

test('a read that failed is not kept', async () => {
  const scope = await scopeAt('tinh')
  const { $client } = database()
  const execute = $client.execute.bind($client)
  vi.spyOn($client, 'execute').mockImplementation((one) => {
    const isOfChannels = JSON.stringify(one).includes('touchpoint')
    return isOfChannels ? Promise.reject(new Error('once')) : execute(one as string)
  })
  await expect(listRates(scope, view)).rejects.toThrow('once')
  vi.restoreAllMocks()
  expect((await readTotal()).n).toBe(40)
})
