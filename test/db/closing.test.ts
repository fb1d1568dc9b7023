import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '@/db/client'
import { readReport } from '@/db/rates/report'
import { recordResponse } from '@/db/responses/intake'
import { closePeriod } from '@/db/snapshots/closing'
import { getSnapshot, listClosed, listSnapshots } from '@/db/snapshots/list'
import type { Role } from '@/domain/access'
import { canonicalJson } from '@/domain/canonical-json'
import { closed, closedAt, held, opened, wishFor } from '../helpers/closing'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict, recordVisits } from '../helpers/district'
import { envelopeOf } from '../helpers/envelopes'
import { personWith } from '../helpers/people'
import { autumn, visits } from '../helpers/province-figures'
import { lines } from '../helpers/recount'

useTestDatabase()
beforeEach(foundDistrict)

const problem = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] })

describe('closing a period', () => {
  test('stores what the page shows, with its number, its filter and who did it', async () => {
    const leader = await personWith(['leader', 'xa-a'])
    await recordVisits(visits(40))
    const snapshot = await closed(leader, { note: ' Họp giao ban  ' })
    const view = { unit: 'xa-a', survey: 'desk-8', ...autumn, locale: 'vi' } as const
    const shown = await readReport(leader, view, closedAt)
    const { content, report } = held(snapshot)
    expect({ ok: true, value: report }).toEqual(JSON.parse(canonicalJson(shown)))
    expect(content).toMatchObject({
      number: 'CHOT-xa-a-2026-001',
      unit: { code: 'xa-a', name: 'Xã A' },
      survey: { code: 'desk-8' },
      period: autumn,
      closedAt: new Date(closedAt).toISOString(),
      closedBy: { id: leader.userId, name: leader.name },
      note: 'Họp giao ban',
      follows: null,
    })
    expect(content.basis).toMatchObject({ lastSeq: 40, responses: 40, invalid: [] })
    expect(
      await lines("select action, json_extract(detail, '$.checksum') from audit_events"),
    ).toEqual([`period-closed ${snapshot.checksum}`])
  })

  test('twenty at once take twenty numbers without a gap, and each names one before it', async () => {
    const leader = await personWith(['leader', 'xa-a'])
    const made = await Promise.all(
      Array.from({ length: 20 }, () => closePeriod(leader, wishFor(), closedAt)),
    )
    const numbers = made.map((one) => (one.ok ? one.value.number : JSON.stringify(one.problems)))
    const expected = Array.from(
      { length: 20 },
      (_, i) => `CHOT-xa-a-2026-${String(i + 1).padStart(3, '0')}`,
    )
    expect(numbers.toSorted()).toEqual(expected)
    expect((await opened(leader, 'CHOT-xa-a-2026-020')).held?.content.follows).toBe(expected[18])
    expect(await listClosed(leader, { unit: 'xa-a', survey: 'desk-8', ...autumn })).toHaveLength(20)
  }, 60_000)
})

test.each(['', 'x', '-1', '2026-02-30', '2026-13-01', '99999-01-01', '__proto__', '\0'])(
  'nothing is closed from or to what is no day: %j',
  async (text) => {
    const leader = await personWith(['leader', 'xa-a'])
    for (const changes of [{ from: text }, { to: text }]) {
      expect(await closePeriod(leader, wishFor(changes), closedAt)).toMatchObject(
        problem('not-half-months'),
      )
    }
    expect(await lines('select count(*) from snapshots')).toEqual(['0'])
  },
)

describe('closing again', () => {
  test('the same form sent again closes nothing anew', async () => {
    const leader = await personWith(['leader', 'xa-a'])
    const wish = wishFor()
    const first = await closePeriod(leader, wish, closedAt)
    expect(await closePeriod(leader, wish, closedAt + 9)).toEqual(first)
    const both = wishFor()
    const [a, b] = await Promise.all([
      closePeriod(leader, both, closedAt),
      closePeriod(leader, both, closedAt),
    ])
    expect(a).toEqual(b)
    expect(await lines('select count(*) from snapshots')).toEqual(['2'])
  })

  test('a form that has closed something closes nothing else, and takes no time to say so', async () => {
    const admin = await personWith(['admin', 'tinh'])
    const wish = wishFor()
    expect((await closePeriod(admin, wish, closedAt)).ok).toBe(true)
    for (const other of [{ unit: 'xa-b' }, { survey: 'kiosk-1' }, { to: '2026-10-31' }]) {
      const again = { ...wish, ...other }
      expect(await closePeriod(admin, again, closedAt)).toEqual(problem('malformed'))
    }
    expect(await lines('select number from snapshots')).toEqual(['CHOT-xa-a-2026-001'])
  })

  test('numbers count per unit and year', async () => {
    const admin = await personWith(['admin', 'tinh'])
    const later = Date.UTC(2027, 0, 3)
    const numberOf = async (unit: string, at: number) => {
      const made = await closePeriod(admin, wishFor({ unit }), at)
      return made.ok && made.value.number
    }
    expect(await numberOf('xa-b', closedAt)).toBe('CHOT-xa-b-2026-001')
    expect(await numberOf('xa-a', closedAt)).toBe('CHOT-xa-a-2026-001')
    expect(await numberOf('xa-a', later)).toBe('CHOT-xa-a-2027-001')
    expect(await numberOf('xa-a', later)).toBe('CHOT-xa-a-2027-002')
  })
})

describe('closing', () => {
  test('an answer that comes in while it is read is in the figures and the basis, or in neither', async () => {
    const leader = await personWith(['leader', 'xa-a'])
    await recordVisits(visits(30))
    const at = arrival - 30 * 86_400_000
    const late = Array.from({ length: 40 }, (_, i) => async () => {
      await new Promise((resolve) => setTimeout(resolve, i))
      const times = { startedAt: at - 1000, answeredAt: at, sentAt: arrival }
      const door = { door: 'desk-8.xa-a.kiosk', surveyVersionId: 'desk-8@1' }
      const envelope = envelopeOf(`late ${i}`, arrival, { ...door, ...times, answers: { q8: 3 } })
      expect(await recordResponse(envelope, arrival, 'office')).toEqual({ outcome: 'recorded' })
    })
    const [snapshot] = await Promise.all([closed(leader), ...late.map((send) => send())])
    const { content, report } = held(snapshot)
    const total = report.total.total
    expect('n' in total && total.n).toBe(content.basis.responses)
    expect(content.basis.lastSeq).toBe(content.basis.responses)
  })

  test('is for those who may, at their unit, with a period of half-months and a short note', async () => {
    const leader = await personWith(['leader', 'xa-a'])
    const viewer = await personWith(['viewer', 'xa-a'])
    const close = (changes: object, by = leader) => closePeriod(by, wishFor(changes), closedAt)
    expect(await close({}, viewer)).toEqual(problem('not-found'))
    expect(await close({ unit: 'xa-b' })).toEqual(problem('not-found'))
    expect(await close({ unit: 'x' })).toEqual(problem('not-found'))
    expect(await close({ survey: 'x' })).toEqual(problem('not-found'))
    expect(await close({ to: '2026-11-29' })).toEqual(problem('not-half-months'))
    expect(await close({ from: '1990-01-01' })).toEqual(problem('period-too-long'))
    expect(await close({ note: 'a'.repeat(501) })).toEqual(problem('too-long'))
    expect(await close({ requestId: '' })).toEqual(problem('malformed'))
    expect(await lines('select count(*) from snapshots')).toEqual(['0'])
  })
})

describe('a snapshot', () => {
  test('is never changed or removed, and takes no number out of turn', async () => {
    const leader = await personWith(['leader', 'xa-a'])
    await closed(leader)
    await expect(write(["update snapshots set content = '{}'"])).rejects.toThrow(/never changed/)
    await expect(write(['delete from snapshots'])).rejects.toThrow(/never removed/)
    const copy = (serial: number) =>
      write([
        `insert into snapshots select 9, 'x', unit_id, year, ${serial}, survey_id, from_on, to_on, closed_at,
          closed_by, 'other', last_seq, content, checksum from snapshots`,
      ])
    await expect(copy(3)).rejects.toThrow(/next/)
    await expect(copy(1)).rejects.toThrow(/next/)
  })

  test('is seen by those who see the figures of its unit, and is unknown to all others', async () => {
    const leader = await personWith(['leader', 'xa-b'])
    const { number } = await closed(leader, { unit: 'xa-b' })
    const sees = async (role: Role, unit: string) => {
      const scope = await personWith([role, unit])
      const listed = (await listSnapshots(scope)).snapshots.length
      const found = (await getSnapshot(scope, number)) !== null
      expect(listed === 1).toBe(found)
      return found
    }
    expect(await sees('viewer', 'xa-b')).toBe(true)
    expect(await sees('viewer', 'tinh')).toBe(true)
    expect(await sees('viewer', 'xa-a')).toBe(false)
    expect(await sees('viewer', 'xa-b-1')).toBe(false)
    expect(await sees('clerk', 'xa-b')).toBe(false)
    expect(await getSnapshot(leader, 'CHOT-xa-b-2026-009')).toBeNull()
  })

  test('hides from each reader what their own reach must hide', async () => {
    const leader = await personWith(['leader', 'xa-a'])
    const province = await personWith(['viewer', 'tinh'])
    // Three in commune B: whoever sees the province must not get at them through commune A.
    await recordVisits([...visits(40), ...visits(3, { unit: 'xa-b' })])
    const { number } = await closed(leader)
    const totalFor = async (scope: typeof leader) =>
      held(await opened(scope, number)).report.total.total
    expect(await totalFor(leader)).toMatchObject({ status: 'ok', n: 40 })
    expect(await totalFor(province)).toEqual(expect.not.objectContaining({ n: 40 }))
    expect(await totalFor(province)).toMatchObject({ status: 'suppressed' })
  })

  test('is listed in pages, newest first, per unit and what is under it', async () => {
    const admin = await personWith(['admin', 'tinh'])
    for (let i = 0; i < 21; i++) await closed(admin, { unit: i % 2 ? 'xa-a' : 'xa-b-1' })
    const first = await listSnapshots(admin)
    expect(first.snapshots).toHaveLength(20)
    expect(first.snapshots[0]?.number).toBe('CHOT-xa-b-1-2026-011')
    const second = await listSnapshots(admin, first.next ? { before: first.next } : {})
    expect(second.snapshots.map(({ number }) => number)).toEqual(['CHOT-xa-b-1-2026-001'])
    expect(second.next).toBeNull()
    const under = await listSnapshots(admin, { unit: 'xa-b' })
    expect(new Set(under.snapshots.map(({ unit }) => unit))).toEqual(new Set(['xa-b-1']))
  })
})
