import { beforeEach, describe, expect, test } from 'vitest'
import { responsesCsv } from '@/components/paper/responses-csv'
import { write } from '@/db/client'
import { openResponses } from '@/db/responses/export-rows'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict, recordVisits, scopeAt, type UnitCode } from '../helpers/district'
import { readCsv } from '../helpers/files'
import { visits } from '../helpers/province-figures'
import { lines } from '../helpers/recount'

useTestDatabase()
beforeEach(foundDistrict)

const year = { from: '2026-01-01', to: '2026-12-31', survey: 'desk-8' }

async function exportOf(unit: UnitCode, period: Partial<typeof year> = {}) {
  const rows = await openResponses(await scopeAt('tinh', 'reporter'), { unit, ...year, ...period })
  if (!rows.ok) throw new Error(JSON.stringify(rows.problems))
  let text = ''
  for await (const part of responsesCsv(rows.value.versions, rows.value.pages)) text += part
  return readCsv(text)
}

const perMonth = `select v.public_id, substr(answered_on, 1, 7), u.code, coalesce(f.code, ''),
  json_extract(answers, '$.q8'), count(*) from responses r join survey_versions v on v.id = r.version_id
  join units u on u.id = r.unit_id left join fields f on f.id = r.field_id
  where r.tallied = 1 and v.public_id like 'desk-8%' group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`

describe('the responses of a unit, survey and period', () => {
  test('are all there, each once, as a recount by plain SQL finds them', async () => {
    await recordVisits([
      ...visits(300, { unit: 'xa-b', daysAgo: 30 }),
      ...visits(270, { unit: 'xa-b', daysAgo: 31, place: 'qr', answers: { q8: 2 } }),
      ...visits(8, { unit: 'xa-a', daysAgo: 70, version: 2 }),
      ...visits(6, { unit: 'xa-a', daysAgo: 70, survey: 'kiosk-1', answers: { overall: 1 } }),
    ])
    await write(['update responses set tallied = 0 where seq % 50 = 0'])
    const found = await exportOf('tinh')
    const counts = new Map<string, number>()
    for (const line of found) {
      const [version, month, unit, field] = ['Phiên bản phiếu', 'Tháng', 'Mã đơn vị', 'Mã lĩnh vực']
      const level = Object.entries(line).find(([heading]) => heading.startsWith('q8. '))?.[1]
      const key = [version, month, unit, field].map((name) => line[name ?? '']).join(' ')
      counts.set(`${key} ${level}`, (counts.get(`${key} ${level}`) ?? 0) + 1)
    }
    expect([...counts].map(([key, n]) => `${key} ${n}`).sort()).toEqual(
      (await lines(perMonth)).sort(),
    )
  })

  test('do not tell in which order they came, nor their ids, times, doors and comments', async () => {
    await recordVisits(
      Array.from({ length: 60 }, (_, index) => ({
        ...(visits(1)[0] ?? { survey: 'desk-8', version: 1, unit: 'xa-a', place: 'kiosk' }),
        daysAgo: 30 - index / 60,
        answers: { q8: index < 30 ? 1 : 5, comment: 'Tôi tên là Nguyễn Văn A' },
      })),
    )
    const found = await exportOf('xa-a')
    const levels = found.map((line) => line['Tháng'] && Object.values(line).join(';'))
    const order = found.map(
      (line) => Object.entries(line).find(([heading]) => heading.startsWith('q8. '))?.[1],
    )
    expect(order.toSorted()).not.toEqual(order)
    const ids = await lines('select id from responses')
    const all = levels.join('\n')
    expect(ids.filter((id) => all.includes(id))).toEqual([])
    expect(all).not.toMatch(/Nguyễn|desk-8\.xa-a|\d{4}-\d\d-\d\d|\d{13}/)
  })

  test('name the desk only where five and more came from it in that month', async () => {
    await recordVisits([
      ...visits(5, { unit: 'xa-a', place: 'kiosk' }),
      ...visits(4, { unit: 'xa-a', place: 'qr' }),
      ...visits(4, { unit: 'xa-b', place: 'kiosk', daysAgo: 30 }),
      ...visits(4, { unit: 'xa-b', place: 'kiosk', daysAgo: 60 }),
    ])
    const found = await exportOf('tinh')
    const desks = found.map((line) => `${line['Mã đơn vị']} ${line['Mã quầy']}`)
    expect(desks.filter((desk) => desk === 'xa-a 1')).toHaveLength(5)
    expect(desks.filter((desk) => desk === 'xa-a ')).toHaveLength(4)
    expect(desks.filter((desk) => desk === 'xa-b ')).toHaveLength(8)
  })
})

describe('an export under way', () => {
  test('stays what it was when others come in meanwhile', async () => {
    await recordVisits(visits(600))
    const rows = await openResponses(await scopeAt('tinh', 'reporter'), { unit: 'tinh', ...year })
    if (!rows.ok) throw new Error('not found')
    let n = 0
    for await (const page of rows.value.pages) {
      n += page.length
      if (n <= 250) await recordVisits(visits(40), `meanwhile ${n}`)
    }
    expect(n).toBe(600)
  })

  test('is for those alone who may export at that unit', async () => {
    for (const scope of [
      await scopeAt('tinh', 'viewer'),
      await scopeAt('tinh', 'leader'),
      await scopeAt('xa-a', 'reporter'),
    ]) {
      const rows = await openResponses(scope, { unit: 'xa-b', ...year })
      expect(rows).toMatchObject({ ok: false, problems: [{ code: 'not-found' }] })
    }
  })
})
