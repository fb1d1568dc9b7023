import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, it, vi } from 'vitest'
import { closeDatabase, useDatabase } from '@/db/client'
import { makeSharing, startSharingLimits } from '@/db/limits/shared-limits'
import { log } from '@/lib/log'
import { makeRateLimit } from '@/lib/rate-limit'
import { lines } from '../helpers/recount'
import { type SqlServer, startSqlServer } from '../helpers/sql-server'

let dir: string
let server: SqlServer
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'hai-long-limits-'))
  copyFileSync(join(inject('templateDir'), 'empty.db'), join(dir, 'a.db'))
  server = await startSqlServer({ file: join(dir, 'a.db') })
  useDatabase(server.url)
})
afterEach(async () => {
  closeDatabase()
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
})

/** What one process has: a limit and its part in the sharing. */
function makeProcess(skew = 0) {
  const limit = makeRateLimit({ burst: 100, perSecond: 0.001 })
  const share = makeSharing(new Map([['a', limit]]))
  const ask = (times: number, name = '10.0.0') =>
    Array.from({ length: times }, () => limit(name, skew)).filter((wait) => wait === 0).length
  return { ask, share: () => share(skew), limit }
}

it('one address spread over three processes gets one burst, whatever their clocks say', async () => {
  const all = [makeProcess(), makeProcess(7_200_000), makeProcess(-7_200_000)]
  let passed = 0
  for (let round = 0; round < 20; round++) {
    for (const { ask } of all) passed += ask(10)
    for (const { share } of all) await share()
  }
  // Within one round each may let through what it does not know of yet: 10 each of two others.
  expect(passed).toBeGreaterThanOrEqual(99)
  expect(passed).toBeLessThanOrEqual(120)
})

it('a process that starts again learns what was spent', async () => {
  const before = makeProcess()
  before.ask(90)
  await before.share()
  const after = makeProcess()
  after.ask(1, 'another')
  await after.share()
  expect(after.ask(50)).toBeLessThanOrEqual(11)
})

it('a clock of the database that was two hours ahead for a while stops no telling', async () => {
  const [a, b] = [makeProcess(), makeProcess()]
  a.ask(60)
  await a.share()
  await useDatabase(server.url).$client.execute('update spent_limits set at = at + 7200')
  b.ask(1)
  await b.share()
  a.ask(30)
  await a.share()
  b.ask(1)
  await b.share()
  // What was spent before is forgotten, what was spent since is known.
  expect(b.ask(100)).toBeLessThanOrEqual(70)
})

it('a key that was used up while the clock was ahead is not refused until that time comes', async () => {
  const { ask, share } = makeProcess()
  expect(ask(100)).toBe(100)
  await share()
  await useDatabase(server.url).$client.execute('update spent_limits set at = at + 7200')
  expect(ask(1)).toBe(0)
  await share()
  expect(ask(1)).toBe(1)
})

it('no address is stored, few keys of a flood are, and what has flowed back is cleared', async () => {
  const { ask, share } = makeProcess()
  for (let i = 0; i < 1000; i++) ask(2, `10.0.${i}`)
  ask(1, '192.0.2')
  await share()
  expect(await lines('select count(*) from spent_limits')).toEqual(['200'])
  expect(await lines("select count(*) from spent_limits where key like '%10.0%'")).toEqual(['0'])
  const { $client } = useDatabase(server.url)
  await $client.execute('update spent_limits set at = at - 1000000')
  ask(2, '198.51.100')
  await share()
  expect(await lines('select count(*) from spent_limits')).toEqual(['1'])
})

it('a server that is away stops nothing; what was not told is told later, also when nobody asks any more', async () => {
  const errors = vi.spyOn(log, 'error').mockReturnValue(undefined)
  const { ask, share } = makeProcess()
  expect(ask(60)).toBe(60)
  server.fail('unavailable', /spent_limits/, 2)
  await share()
  expect(ask(10)).toBe(10)
  await share()
  await share()
  expect(await lines('select round(used) from spent_limits')).toEqual(['70'])
  expect(errors).toHaveBeenCalledTimes(1)
  errors.mockRestore()
})

it('what may have been stored though its answer was lost is not told twice', async () => {
  const errors = vi.spyOn(log, 'error').mockReturnValue(undefined)
  const { ask, share } = makeProcess()
  ask(60)
  server.fail('lose-reply', /spent_limits/)
  await share()
  await share()
  expect(await lines('select round(used) from spent_limits')).toEqual(['60'])
  expect(ask(100)).toBe(40)
  errors.mockRestore()
})

it('nothing is written or read where nothing was asked', async () => {
  const { share } = makeProcess()
  const before = server.requests()
  await share()
  expect(server.requests()).toBe(before)
})

it('beside a file nothing is shared: there is one process', () => {
  vi.useFakeTimers()
  startSharingLimits()
  expect(vi.getTimerCount()).toBe(1)
  vi.clearAllTimers()
  useDatabase(`file:${join(dir, 'a.db')}`)
  startSharingLimits()
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})
