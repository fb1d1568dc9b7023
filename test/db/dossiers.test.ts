import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '@/db/client'
import { statStatement } from '@/db/dossiers/statements'
import { getDossierTable } from '@/db/dossiers/table'
import { type DossierCounts, noDossierCounts } from '@/domain/dossier/dossier'
import { monthPeriod, type Period } from '@/domain/period'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict, scopeAt, type UnitCode } from '../helpers/district'

useTestDatabase()
beforeEach(foundDistrict)

const may = monthPeriod('2026-05')
const june = monthPeriod('2026-06')
const both = { from: may.from, to: june.to }

async function add(
  unit: UnitCode,
  period: Period,
  known: Partial<DossierCounts>,
  field: string | null = null,
) {
  const counts = { ...noDossierCounts, ...known }
  const stat = { unitCode: unit, fieldCode: field, period, counts, source: 'test' }
  await write([statStatement(stat, arrival)])
}

async function table(unit: UnitCode, period: Period, reader: UnitCode = 'tinh') {
  const found = await getDossierTable(await scopeAt(reader), unit, period)
  return found.ok ? found.value : found.problems[0]?.code
}

describe('the dossier table of a unit', () => {
  test('each unit’s own dossiers, and all together', async () => {
    const own = { resolvedInTime: 11264, resolved: 11264 }
    await add('xa-b', both, { received: 11325, inProgress: 61, ...own })
    await add('xa-b-1', both, {
      received: 24714,
      resolved: 24714,
      resolvedInTime: 24714,
      inProgress: 0,
    })
    expect(await table('xa-b', both)).toMatchObject({
      unit: { code: 'xa-b', name: 'Xã B' },
      rows: [
        {
          unit: { code: 'xa-b' },
          sources: ['test'],
          shares: {
            onTimeOfReceived: { k: 11264, n: 11325 },
            onTimeOfResolved: { k: 11264, n: 11264 },
            inProgressOfReceived: { k: 61, n: 11325 },
          },
        },
        { unit: { code: 'xa-b-1' }, shares: { onTimeOfReceived: { k: 24714, n: 24714 } } },
      ],
      total: { counts: { received: 36039, resolved: 35978, inProgress: 61 } },
    })
  })

  test('months are joined without counting carried dossiers twice', async () => {
    await add('xa-a', may, { received: 100, receivedCarried: 10, resolved: 80, inProgress: 20 })
    await add('xa-a', june, { received: 70, receivedCarried: 20, resolved: 65, inProgress: 5 })
    expect(await table('xa-a', both)).toMatchObject({
      total: { counts: { received: 150, resolved: 145, inProgress: 5 } },
    })
  })

  test('nothing where the statistics are not for exactly this period', async () => {
    await add('xa-a', may, { received: 100 })
    await add('xa-b', both, { received: 100 })
    const shown = await table('tinh', both)
    expect(shown).toMatchObject({ total: null })
    expect(shown).toHaveProperty(['rows', 0], {
      unit: { code: 'xa-a', name: 'Xã A' },
      shares: null,
      sources: ['test'],
    })
  })

  test('fields are added up where they are all there is', async () => {
    await add('xa-a', may, { received: 30, resolved: 20 }, 'dat-dai')
    await add('xa-a', may, { received: 12, resolved: 10 }, 'ho-tich')
    expect(await table('xa-a', may)).toMatchObject({ total: { counts: { received: 42 } } })
    await add('xa-a', june, { received: 1 }, 'dat-dai')
    expect(await table('xa-a', both)).toMatchObject({ total: null })
  })

  test('nobody sees another unit’s', async () => {
    expect(await table('tinh', may, 'xa-a')).toBe('not-found')
    expect(await table('xa-b', may, 'xa-a')).toBe('not-found')
    expect(await table('xa-b-1', may, 'xa-b')).toMatchObject({ rows: [], total: null })
  })
})
