import { beforeEach, describe, expect, it } from 'vitest'
import { sourceKeyOf, toLine } from '@/app/(staff)/dashboard/audit/line'
import { sourceName } from '@/app/(staff)/dashboard/signs/sign-words'
import { listAuditEvents } from '@/db/audit/list'
import { findSightingQuery, listSigns } from '@/db/signs/list'
import { lookAtSign } from '@/db/signs/look'
import { readSightings } from '@/db/signs/sightings'
import { listSourcesByKey } from '@/db/signs/sources'
import type { Role, Scope } from '@/domain/access'
import type { Sign } from '@/domain/sign/sign'
import { translator } from '@/lib/i18n'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict, recordVisits, type UnitCode } from '../helpers/district'
import { confirm, problem, proposed } from '../helpers/invalidation'
import { personWith } from '../helpers/people'
import { lines } from '../helpers/recount'

useTestDatabase()

const now = arrival + 1000
const minute = 1 / 1440
const view = { unit: 'xa-b', survey: 'desk-8', from: '2026-10-01', to: '2026-11-30' }
let leader: Scope

beforeEach(async () => {
  await foundDistrict()
  leader = await personWith(['leader', 'xa-b'])
})

/** Responses at the unit's tablet, some minutes apart, the first so many days before the arrival. */
const record = (n: number, daysAgo: number, step: number, unit: UnitCode = 'xa-b', level = 5) =>
  recordVisits(
    Array.from({ length: n }, (_, i) => ({
      survey: 'desk-8' as const,
      version: 1 as const,
      unit,
      place: 'kiosk' as const,
      daysAgo: daysAgo - i * step * minute,
      answers: { q1: 'ask', q8: level === 0 ? 1 + (i % 5) : level },
    })),
    `${unit} ${daysAgo}`,
  )

async function signsFor(scope: Scope, changes = {}): Promise<readonly Sign[]> {
  const report = await listSigns(scope, { ...view, ...changes })
  if (!report.ok) throw new Error(JSON.stringify(report.problems))
  return report.value.signs
}

const burst = async () => (await signsFor(leader)).find(({ kind }) => kind === 'burst')

describe('the signs of a unit', () => {
  it('are found among its responses and those under it, by their tablet', async () => {
    await record(40, 20, 10, 'xa-b', 0)
    await record(30, 10, 0.2, 'xa-b-1', 0)
    const signs = await signsFor(leader)
    expect(signs.map(({ kind }) => kind)).toEqual(['burst'])
    expect(signs[0]).toMatchObject({ most: 26, source: { kind: 'device', desk: 'Quầy 1' } })
    expect(await signsFor(leader, { unit: 'xa-b-1' })).toHaveLength(1)
    expect(await signsFor(leader, { survey: 'kiosk-1' })).toEqual([])
    expect(await signsFor(leader, { from: '2026-10-01', to: '2026-10-31' })).toEqual([])
  })

  it('leave when the responses are invalidated', async () => {
    await record(30, 10, 0.2, 'xa-b', 0)
    const found = await burst()
    const seqs = found && 'members' in found ? found.members.map(({ seq }) => seq) : []
    expect(seqs.length).toBe(30)
    const id = await proposed(seqs, leader)
    expect(await burst()).toMatchObject({ key: found?.key })
    await confirm(id, await personWith(['leader', 'tinh']))
    expect(await burst()).toBeUndefined()
  })

  it('look at the newest responses only, where there are too many', async () => {
    await record(40, 30, 60, 'xa-b', 0)
    await record(40, 10, 60, 'xa-b-1', 0)
    const query = await findSightingQuery(leader, view)
    if (!query.ok) throw new Error('no query')
    expect(await readSightings(query.value, 40)).toMatchObject({
      n: 40,
      isCut: true,
      records: [{ source: { unitId: 5 } }],
    })
    expect(await readSightings(query.value)).toMatchObject({ n: 80, isCut: false })
  })

  it.each([
    ['leader', 'xa-b', true],
    ['leader', 'tinh', true],
    ['admin', 'office', true],
    ['leader', 'xa-a', false],
    ['leader', 'xa-b-1', false],
    ['reporter', 'xa-b', false],
    ['clerk', 'xa-b', false],
    ['viewer', 'xa-b', false],
  ] as const)('are open to the %s of %s: %s', async (role: Role, unit, may) => {
    await record(30, 10, 0.2, 'xa-b', 0)
    const scope = await personWith([role, unit])
    const key = (await burst())?.key ?? ''
    const report = await listSigns(scope, view)
    const look = await lookAtSign(scope, view, key, now)
    if (may) expect([report.ok, look.ok]).toEqual([true, true])
    else expect([report, look]).toEqual([problem('not-found'), problem('not-found')])
  })

  it('are not found for an unknown unit or survey, and ask for whole half-months', async () => {
    expect(await listSigns(leader, { ...view, unit: 'nowhere' })).toEqual(problem('not-found'))
    expect(await listSigns(leader, { ...view, survey: 'nothing' })).toEqual(problem('not-found'))
    expect(await listSigns(leader, { ...view, to: '2026-11-29' })).toEqual(
      problem('not-half-months'),
    )
  })
})

describe('a look at the responses', () => {
  it('shows them in order, marks what is proposed already, and is noted without what they say', async () => {
    await record(30, 10, 0.2, 'xa-b', 0)
    const key = (await burst())?.key ?? ''
    const before = Number((await lines('select count(*) from audit_events'))[0])
    const look = await lookAtSign(leader, view, key, now)
    if (!look.ok) throw new Error('no look')
    const { responses, n } = look.value
    expect(n).toBe(30)
    expect(responses.map(({ level }) => level).slice(0, 6)).toEqual([1, 2, 3, 4, 5, 1])
    expect(responses.some(({ isHeld }) => isHeld)).toBe(false)
    expect(
      await lines(
        `select actor_id, action, unit_id, detail from audit_events where seq > ${before}`,
      ),
    ).toEqual([
      `${leader.userId} responses-viewed 4 {"sign":"burst","source":"${look.value.source.key}","responses":30}`,
    ])
    await proposed(
      responses.slice(0, 3).map(({ seq }) => seq),
      leader,
    )
    const again = await lookAtSign(leader, view, key, now)
    expect(again.ok && again.value.responses.filter(({ isHeld }) => isHeld).length).toBe(3)
  })

  it('stands in the log under the name that the page of the signs has for the place', async () => {
    await record(30, 10, 0.2, 'xa-b', 0)
    const sign = await burst()
    const look = await lookAtSign(leader, view, sign?.key ?? '', now)
    if (!look.ok) throw new Error('no look')
    const { source } = look.value
    const { events } = await listAuditEvents(await personWith(['admin', 'xa-b']), {
      ...{ action: 'responses-viewed', unit: '', actor: '', from: '', to: '', before: null },
    })
    const keys = events.flatMap((event) => sourceKeyOf(event) ?? [])
    expect(keys).toEqual([source.key])
    const sources = await listSourcesByKey([...keys, 'l987654', 'd1', '', 'odd'])
    expect([...sources]).toEqual([[source.key, source]])
    const t = translator('vi')
    expect(events.map((event) => toLine(event, t, sources).detail)).toEqual([
      [
        ['Dấu hiệu', expect.anything()],
        ['Nguồn', sourceName(source, t)],
        ['Số phiếu', '30'],
      ],
    ])
  })

  it('may be at one source on one day', async () => {
    await record(4, 10, 1)
    const day = '2026-11-10'
    const [door] = await lines("select id from doors where code = 'desk-8.xa-b.kiosk'")
    const look = await lookAtSign(leader, view, `day.l${door}.${day}`, now)
    expect(look).toMatchObject({ ok: true, value: { sign: null, n: 4 } })
    for (const key of [`day.l${door}.2026-11-09`, `day.l999.${day}`, 'day.x', 'burst.l1.1', '']) {
      expect(await lookAtSign(leader, view, key, now)).toEqual(problem('sign-gone'))
    }
  })
})
