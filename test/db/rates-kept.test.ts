import { beforeEach, expect, test, vi } from 'vitest'
import { noteSeen } from '@/db/accounts/sessions'
import { database, write } from '@/db/client'
import { listRates } from '@/db/rates/figures'
import { noteLook } from '@/db/rates/looks'
import { readAhead } from '@/db/rates/read-ahead'
import { unitStatement } from '@/db/units/units'
import { localDay } from '@/domain/period'
import { parsePeriodChoice } from '@/domain/period-choice'
import type { RatesFilter } from '@/domain/rates-filter'
import { isRemote, useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict, recordVisits, scopeAt, type Visit } from '../helpers/district'
import { readRates } from '../helpers/province-figures'

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

const added = { code: 'xa-c', name: 'Xã C', level: 'xa', parentCode: 'tinh' } as const

beforeEach(async () => {
  await foundDistrict()
  await recordVisits(visits(40), 'first')
})

/** The total; of how many units the database read cells for it, and whether it read them at all times. */
async function readTotal(list = listRates) {
  const execute = vi.spyOn(database().$client, 'execute')
  const rates = await list(await scopeAt('tinh'), view)
  const reads = execute.mock.calls
    .map(
      ([one]) =>
        one as unknown as { sql: string; args: [first: number, last: number, ...string[]] },
    )
    .filter(({ sql }) => sql.includes('from tallies') && sql.includes('json_each(?) u'))
  execute.mockRestore()
  if (!rates.ok || !('n' in rates.value.total)) throw new Error('not shown')
  const units = reads.flatMap(({ args }) => JSON.parse(args[2] ?? '') as number[])
  return {
    n: rates.value.total.n,
    units: new Set(units).size,
    always: reads.some(({ args: [first, last] }) => last > first),
  }
}

test('figures that were read are kept until somebody answers, and then only that unit is read again', async () => {
  expect(await readTotal()).toEqual({ n: 40, units: 4, always: true })
  expect(await readTotal()).toEqual({ n: 40, units: 0, always: false })
  await recordVisits(visits(2), 'more')
  // On a server others may have counted anywhere.
  expect(await readTotal()).toEqual({ n: 42, units: 1, always: isRemote })
  expect(await readTotal()).toEqual({ n: 42, units: 0, always: false })
})

test('what one bundle of the app has read is kept for the others, whoever of them is told of an answer', async () => {
  await readTotal()
  vi.resetModules()
  const { listRates: other } = await import('@/db/rates/figures')
  expect(other).not.toBe(listRates)
  expect(await readTotal(other)).toMatchObject({ n: 40, units: 0 })
  await recordVisits(visits(2), 'more')
  expect(await readTotal(other)).toMatchObject({ n: 42, units: 1 })
  expect(await readTotal()).toMatchObject({ n: 42, units: 0 })
})

test.skipIf(isRemote)('a start reads ahead what was counted at all times', async () => {
  await readAhead(arrival)
  expect(await readTotal()).toEqual({ n: 40, units: 0, always: false })
})

test('what nobody can answer any more is not read ahead', async () => {
  await write([{ sql: 'update survey_versions set closed_at = ?', args: [arrival - 1] }])
  await readAhead(arrival)
  expect((await readTotal()).always).toBe(true)
})

test.skipIf(isRemote)(
  'nothing is read ahead while somebody looks, nor a second after',
  async () => {
    const ahead = readAhead(arrival)
    await readTotal()
    const looked = performance.now()
    await ahead
    // A second, less what a busy machine may keep this test from its clock.
    expect(performance.now() - looked).toBeGreaterThan(500)
  },
)

test.skipIf(isRemote)(
  'a unit that is added while reading ahead waits stands in the figures',
  async () => {
    noteLook()
    const ahead = readAhead(arrival)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await write([unitStatement(added)])
    await ahead
    const choice = parsePeriodChoice(new URLSearchParams(), localDay(arrival))
    if (!choice.ok) throw new Error('no period')
    const { rows } = await readRates({ survey: 'kiosk-1', ...choice.value.period }, 'unit')
    expect(rows.map(({ key }) => key)).toContain('xa-c')
  },
)

test.skipIf(isRemote)('a database that is away stops no start from reading ahead', async () => {
  const { $client } = database()
  const execute = vi.spyOn($client, 'execute').mockRejectedValue(new Error('away'))
  await readAhead(arrival)
  expect(execute).toHaveBeenCalled()
  vi.restoreAllMocks()
  expect(await readTotal()).toEqual({ n: 40, units: 4, always: true })
})

test('what is counted while figures are read is in the next ones', async () => {
  const { $client } = database()
  const execute = $client.execute.bind($client)
  let isCounted = false
  vi.spyOn($client, 'execute').mockImplementation(async (one) => {
    const found = await execute(one as string)
    if (!isCounted && JSON.stringify(one).includes('json_each(?) u')) {
      isCounted = true
      await recordVisits(visits(2), 'meanwhile')
    }
    return found
  })
  await listRates(await scopeAt('tinh'), view)
  vi.restoreAllMocks()
  expect(isCounted).toBe(true)
  expect((await readTotal()).n).toBe(42)
})

test('a unit that is added while a look begins is in the next one', async () => {
  const { $client } = database()
  const execute = $client.execute.bind($client)
  let isAdded = false
  vi.spyOn($client, 'execute').mockImplementation(async (one) => {
    const found = await execute(one as string)
    if (!isAdded && JSON.stringify(one).includes('survey_versions')) {
      isAdded = true
      await write([unitStatement(added)])
    }
    return found
  })
  const listKeys = async () =>
    (await readRates({ survey: 'kiosk-1' }, 'unit')).rows.map(({ key }) => key)
  expect(await listKeys()).not.toContain('xa-c')
  vi.restoreAllMocks()
  expect(await listKeys()).toContain('xa-c')
})

test('that somebody was seen moves no figure, and another name of a unit moves all', async () => {
  await readTotal()
  await noteSeen('nobody', 0, Date.now())
  expect((await readTotal()).units).toBe(0)
  await write([{ sql: "update units set name = 'Xã khác' where code = 'xa-a'", args: [] }])
  expect((await readTotal()).units).toBe(4)
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
