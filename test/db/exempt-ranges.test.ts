import { beforeEach, describe, expect, it } from 'vitest'
import { makeFirstThings } from '@/db/installation/first-start'
import {
  addExemptRange,
  endExemptRange,
  exemptNow,
  listExemptRanges,
} from '@/db/limits/exempt-ranges'
import { recordUnit } from '@/db/units/units'
import type { Scope } from '@/domain/access'
import { useTestDatabase } from '../helpers/database'
import { personWith } from '../helpers/people'
import { lines } from '../helpers/recount'

useTestDatabase()
const now = Date.now()
let head: Scope
beforeEach(async () => {
  await makeFirstThings(now)
  const by = { actorId: null, actor: 'test' }
  await recordUnit({ code: 'xa', name: 'Xã A', level: 'xa', parentCode: 'office' }, by, now)
  head = await personWith(['admin', 'office'])
})

const add = (range: string, label = 'Mạng trụ sở', scope = head) =>
  addExemptRange(scope, { range, label }, now)

const events = () =>
  lines("select action, detail from audit_events where action like 'exempt-%' order by seq")

describe('exempt ranges', () => {
  it('hold at once, are listed with who added them, and end at once', async () => {
    expect(await exemptNow()).toEqual([])
    expect(await add(' 203.0.113.9/24 ', '  Mạng   trụ sở ')).toMatchObject({ ok: true })
    expect(await exemptNow()).toHaveLength(1)
    const [listed] = await listExemptRanges(head)
    expect(listed).toMatchObject({ range: '203.0.113.0/24', label: 'Mạng trụ sở', by: head.name })
    expect(await endExemptRange(head, listed?.id ?? 0, now)).toMatchObject({ ok: true })
    expect([await exemptNow(), await listExemptRanges(head)]).toEqual([[], []])
    expect(await add('203.0.113.0/24')).toMatchObject({ ok: true })
  })

  it('are in the audit log by name, without addresses', async () => {
    await add('203.0.113.0/24')
    await endExemptRange(head, (await listExemptRanges(head))[0]?.id ?? 0, now)
    expect(await events()).toEqual([
      'exempt-range-added {"label":"Mạng trụ sở"}',
      'exempt-range-ended {"label":"Mạng trụ sở"}',
    ])
  })

  it.each([
    ['nonsense', 'x', 'not-a-range', 'range'],
    ['0.0.0.0/0', 'x', 'range-too-wide', 'range'],
    ['10.0.0.0/8', '   ', 'blank-label', 'label'],
    ['10.0.0.0/8', 'x'.repeat(61), 'too-long', 'label'],
  ])('"%s" named "%s" is refused: %s', async (range, label, code, field) => {
    expect(await add(range, label)).toMatchObject({ ok: false, problems: [{ code, field }] })
    expect([await exemptNow(), await events()]).toEqual([[], []])
  })

  it('stand once on the list, and a hundred at most', async () => {
    await add('10.1.0.0/16')
    expect(await add('10.1.2.3/16')).toMatchObject({ problems: [{ code: 'range-exists' }] })
    for (let i = 1; i < 100; i++) await add(`10.2.${i}.0/24`)
    expect(await add('10.3.0.0/16')).toMatchObject({ problems: [{ code: 'too-many-ranges' }] })
  })

  it('are nothing to whoever administers only a part, or does not administer', async () => {
    await add('10.1.0.0/16')
    const [range] = await listExemptRanges(head)
    for (const scope of [
      await personWith(['admin', 'xa']),
      await personWith(['leader', 'office']),
    ]) {
      expect(await listExemptRanges(scope)).toEqual([])
      const problems = [{ code: 'not-found' }]
      expect(await add('10.2.0.0/16', 'x', scope)).toEqual({ ok: false, problems })
      expect(await endExemptRange(scope, range?.id ?? 0, now)).toEqual({ ok: false, problems })
    }
    expect(await listExemptRanges(head)).toHaveLength(1)
    expect(await endExemptRange(head, Number.NaN, now)).toMatchObject({ ok: false })
  })
})
