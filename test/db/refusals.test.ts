import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { makeFirstThings } from '@/db/installation/first-start'
import { flushRefusals, noteRefusal } from '@/db/limits/refusal-counts'
import { listRefusals } from '@/db/limits/refusals'
import { recordUnit } from '@/db/units/units'
import { localDay } from '@/domain/period'
import { useTestDatabase } from '../helpers/database'
import { personWith } from '../helpers/people'
import { lines } from '../helpers/recount'
import { enrolAt } from '../helpers/tablet'

useTestDatabase()
const now = Date.now()
const day = 24 * 60 * 60 * 1000
beforeEach(async () => {
  // What an earlier test counted goes into the database that is about to be left.
  await flushRefusals(now)
  await database().$client.execute('delete from refusals')
  await makeFirstThings(now)
})

const stored = () =>
  lines('select on_day, kind, door_id, device_id, n from refusals order by 1, 2, 3')

describe('refusals', () => {
  it('a flood is one write, counted exactly', async () => {
    await database().$client.executeMultiple(`
      create table written (n integer);
      create trigger refusal_added after insert on refusals begin insert into written values (1); end;
      create trigger refusal_counted after update on refusals begin insert into written values (1); end;`)
    for (let i = 0; i < 100_000; i++) noteRefusal({ kind: 'door', door: 'kiosk-1' }, now)
    for (let i = 0; i < 3; i++) noteRefusal({ kind: 'network' }, now)
    await flushRefusals(now)
    for (let i = 0; i < 5; i++) noteRefusal({ kind: 'network' }, now)
    await flushRefusals(now)
    await flushRefusals(now)
    // The door's line, the network's, and once more the network's.
    expect(await lines('select count(*) from written')).toEqual(['3'])
    const [id] = await lines("select id from doors where code = 'kiosk-1'")
    expect(await stored()).toEqual([
      `${localDay(now)} door ${id} 0 100000`,
      `${localDay(now)} network 0 0 8`,
    ])
  })

  it('of a hundred thousand codes nobody has stay few in memory and nameless in the database', async () => {
    for (let i = 0; i < 100_000; i++) noteRefusal({ kind: 'door', door: `guess-${i}` }, now)
    await flushRefusals(now)
    expect(await stored()).toEqual([`${localDay(now)} door 0 0 100000`])
  })

  it('go after ninety days', async () => {
    noteRefusal({ kind: 'network' }, now - 91 * day)
    noteRefusal({ kind: 'network' }, now - 90 * day)
    await flushRefusals(now - day)
    noteRefusal({ kind: 'network' }, now)
    await flushRefusals(now)
    expect(await stored()).toEqual([
      `${localDay(now - 90 * day)} network 0 0 1`,
      `${localDay(now)} network 0 0 1`,
    ])
  })

  it('wait while the database cannot be written', async () => {
    await database().$client.execute('alter table refusals rename to elsewhere')
    noteRefusal({ kind: 'join' }, now)
    await flushRefusals(now)
    noteRefusal({ kind: 'join' }, now)
    await database().$client.execute('alter table elsewhere rename to refusals')
    await flushRefusals(now)
    expect(await stored()).toEqual([`${localDay(now)} join 0 0 2`])
  })
})

describe('refusals on the page', () => {
  it('are seen by whoever administers the unit; those of nobody’s only by whoever administers all', async () => {
    const by = { actorId: null, actor: 'test' }
    await recordUnit({ code: 'xa', name: 'Xã A', level: 'xa', parentCode: 'office' }, by, now)
    const { deviceId } = await enrolAt({}, now)
    noteRefusal({ kind: 'device', deviceId }, now)
    noteRefusal({ kind: 'door', door: 'kiosk-1' }, now)
    noteRefusal({ kind: 'door', door: 'nothing' }, now)
    noteRefusal({ kind: 'sign-in' }, now)
    const seen = async (role: 'admin' | 'leader', unit: string) =>
      (await listRefusals(await personWith([role, unit]), now)).map(({ kind, at }) => [
        kind,
        at?.door ?? at?.device?.name ?? null,
      ])
    expect((await seen('admin', 'office')).sort()).toEqual([
      ['device', 'Quầy số 1'],
      ['door', null],
      ['door', 'kiosk-1'],
      ['sign-in', null],
    ])
    expect(await seen('admin', 'xa')).toEqual([])
    expect(await seen('leader', 'office')).toEqual([])
  })
})
