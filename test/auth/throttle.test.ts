import { describe, expect, it } from 'vitest'
import { beginTry, forgive } from '@/auth/throttle'
import { closeDatabase, database, useDatabase, write } from '@/db/client'
import { useTestDatabase } from '../helpers/database'
import { lines } from '../helpers/recount'

useTestDatabase()
const start = 1_700_000_000_000
const minute = 60_000

async function delays(who: string, n: number, at = start): Promise<number[]> {
  const all: number[] = []
  for (let i = 0; i < n; i++) all.push((await beginTry(who, at)).delay)
  return all
}

describe('wrong passwords', () => {
  it('slow the next try down, up to four seconds and never more', async () => {
    const expected = [0, 0, 0, 250, 500, 1000, 2000, 4000, 4000, 4000, 4000, 4000]
    expect(await delays('a@xa.gov.vn', 12)).toEqual(expected)
  })

  it('at the same moment are each counted once', async () => {
    const all = await Promise.all(
      Array.from({ length: 30 }, () => beginTry('a@xa.gov.vn', start).then((one) => one.inARow)),
    )
    expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
  })

  it('of one person do not slow another', async () => {
    await delays('a@xa.gov.vn', 10)
    expect(await delays('b@xa.gov.vn', 1)).toEqual([0])
  })

  it('are forgotten after the right one, and after a quarter of an hour', async () => {
    await delays('a@xa.gov.vn', 10)
    expect(await delays('a@xa.gov.vn', 1, start + 15 * minute)).toEqual([0])
    await delays('a@xa.gov.vn', 10, start + 15 * minute)
    await forgive('a@xa.gov.vn')
    expect(await delays('a@xa.gov.vn', 1, start + 15 * minute)).toEqual([0])
  })

  it('are still counted when the process starts again', async () => {
    await delays('a@xa.gov.vn', 6)
    const [row] = (await database().$client.execute('PRAGMA database_list')).rows
    closeDatabase()
    useDatabase(`file:${String(row?.file)}`)
    expect(await delays('a@xa.gov.vn', 1)).toEqual([2000])
  })

  it('leave no e-mail behind', async () => {
    await delays('a@xa.gov.vn', 1)
    expect((await lines('select key from throttles')).join()).toMatch(/^[\w-]{43}$/)
  })

  it('are remembered for twenty thousand at most, the newest', async () => {
    await write([
      `insert into throttles (key, tries, last_at)
        with recursive n(i) as (select 1 union all select i + 1 from n where i < 20100)
        select 'k' || i, 9, ${start} + i from n`,
    ])
    await delays('a@xa.gov.vn', 1, start + minute)
    expect(await lines('select count(*) from throttles')).toEqual(['20000'])
    expect(await lines("select count(*) from throttles where key = 'k100'")).toEqual(['0'])
    expect(await lines("select count(*) from throttles where key = 'k102'")).toEqual(['1'])
  })
})
