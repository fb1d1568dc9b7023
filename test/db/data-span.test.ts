import { beforeEach, describe, expect, it } from 'vitest'
import { database, write } from '@/db/client'
import { makeFirstThings } from '@/db/installation/first-start'
import { recordResponse } from '@/db/responses/intake'
import { dossierStats, tallySheets } from '@/db/schema/statistics'
import { listOpenLinks } from '@/db/surveys/doors'
import { listSurveys } from '@/db/surveys/surveys'
import { getDataSpan } from '@/db/tallies/data-span'
import { listUnits, recordUnit } from '@/db/units/units'
import { computeScope, type Role } from '@/domain/access'
import { useTestDatabase } from '../helpers/database'
import { envelopeOf } from '../helpers/envelopes'

useTestDatabase()
const by = { actorId: null, actor: 'test' }
const now = Date.parse('2026-11-20T03:00:00Z')

beforeEach(async () => {
  await makeFirstThings(now)
  await recordUnit({ code: 'xa-a', name: 'Xã A', level: 'xa', parentCode: 'office' }, by, 0)
  await recordUnit({ code: 'xa-b', name: 'Xã B', level: 'xa', parentCode: 'office' }, by, 0)
})

async function scopeAt(code: string, role: Role = 'viewer') {
  const units = await listUnits()
  const unitId = units.find((unit) => unit.code === code)?.id ?? 0
  return computeScope({ userId: 1, email: 'a@b', name: 'A' }, [{ unitId, role }], units)
}

const counts = { n1: 0, n2: 0, n3: 0, n4: 0, n5: 9, channel: 'paper', source: 'x' } as const

async function recordSheet(unitId: number, fromOn: string, toOn: string) {
  const place = { versionId: 1, questionId: 'overall', createdAt: now }
  const row = { ...counts, ...place, unitId, fromOn, toOn }
  await write([database().insert(tallySheets).values(row)])
}

describe('the days on which there is something to see', () => {
  it('are none in a new office', async () => {
    expect(await getDataSpan(await scopeAt('office'))).toBeNull()
  })

  it('are those of the half-months with responses', async () => {
    await recordResponse(envelopeOf('one', now), now)
    const span = { from: '2026-11-15', to: '2026-11-30' }
    expect(await getDataSpan(await scopeAt('office'))).toEqual(span)
    const kiosk = { unit: 'office', survey: 'kiosk-1' }
    expect(await getDataSpan(await scopeAt('office'), kiosk)).toEqual(span)
    expect(await getDataSpan(await scopeAt('office'), { ...kiosk, survey: 'desk-8' })).toBeNull()
  })

  it('reach over sheets and dossiers, in the units of the person alone', async () => {
    await recordSheet(2, '2021-03-01', '2021-03-31')
    await recordSheet(3, '2024-05-01', '2024-05-31')
    const stat = { unitId: 2, fromOn: '2020-01-01', toOn: '2020-12-31', source: 'x', createdAt: 0 }
    await write([database().insert(dossierStats).values(stat)])
    const all = { from: '2020-01-01', to: '2024-05-31' }
    expect(await getDataSpan(await scopeAt('office'))).toEqual(all)
    const own = { from: '2020-01-01', to: '2021-03-31' }
    expect(await getDataSpan(await scopeAt('xa-a'))).toEqual(own)
    expect(await getDataSpan(await scopeAt('xa-a', 'clerk'))).toBeNull()
    const within = { unit: 'office', survey: 'kiosk-1' }
    const sheets = { from: '2021-03-01', to: '2021-03-31' }
    expect(await getDataSpan(await scopeAt('xa-a'), within)).toEqual(sheets)
  })
})

describe('what a filter offers', () => {
  it('is every survey with its title, in the order in which they were made', async () => {
    const all = await listSurveys()
    expect(all.map(({ code }) => code)).toEqual(['kiosk-1', 'desk-8', 'sipas-22'])
    expect(all[0]?.title.vi).toBe('Đánh giá một chạm')
  })

  it('and the links of a unit that are open now', async () => {
    expect(await listOpenLinks('office', 'kiosk-1', now)).toEqual(['kiosk-1'])
    expect(await listOpenLinks('xa-a', 'kiosk-1', now)).toEqual([])
    await write([`update doors set closed_at = ${now - 1}`])
    expect(await listOpenLinks('office', 'kiosk-1', now)).toEqual([])
  })
})
