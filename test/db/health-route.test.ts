import { createClient } from '@libsql/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { GET } from '@/app/api/health/ready/route'
import { closeDatabase, database, useDatabase, write } from '@/db/client'
import { makeFirstThings } from '@/db/installation/first-start'
import { isRemote, useTestDatabase } from '../helpers/database'

useTestDatabase()
const place = globalThis as { hailongStopping?: boolean }
beforeEach(() => makeFirstThings(0))
afterEach(() => {
  delete place.hailongStopping
})

async function ready() {
  const answer = await GET()
  return [answer.status, await answer.json(), answer.headers.get('retry-after')]
}

it('is ready once the first start has run, and no more from the moment it is to stop', async () => {
  expect(await ready()).toEqual([200, { status: 'ready', writing: 'ok' }, null])
  place.hailongStopping = true
  expect(await ready()).toEqual([503, { status: 'stopping', writing: 'ok' }, '5'])
  delete place.hailongStopping
  await write(["delete from settings where key = 'content-key'"])
  expect(await ready()).toEqual([503, { status: 'unavailable', writing: 'ok' }, '5'])
})

it.skipIf(isRemote)(
  'stays ready under a lock, and says why nothing is written until it is',
  async () => {
    const { rows } = await database().$client.execute('PRAGMA database_list')
    const foreign = createClient({ url: `file:${rows[0]?.file}` })
    const held = await foreign.transaction('write')
    await expect(write(["insert into settings values ('a', '1')"])).rejects.toThrow('locked')
    expect(await ready()).toEqual([200, { status: 'ready', writing: 'locked' }, null])
    held.close()
    foreign.close()
    await write(["insert into settings values ('a', '1')"])
    expect(await ready()).toEqual([200, { status: 'ready', writing: 'ok' }, null])
  },
)

it('is not ready while the database server is away', async () => {
  useDatabase('http://127.0.0.1:9')
  expect(await ready()).toEqual([503, { status: 'unavailable', writing: 'ok' }, '5'])
  closeDatabase()
})
