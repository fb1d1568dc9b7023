import { describe, expect, test } from 'vitest'
import { breakdowns } from '@/domain/figure'
import { parseRatesFilter } from '@/domain/rates-filter'

const parse = (query: string) => parseRatesFilter(new URLSearchParams(query), 'vi')
const good = 'survey=kiosk-1&unit=office&from=2025-12-15&to=2026-03-14'

describe('the question asked of the figures', () => {
  test('total by default', () => {
    expect(parse(good)).toEqual({
      ok: true,
      value: {
        survey: 'kiosk-1',
        unit: 'office',
        from: '2025-12-15',
        to: '2026-03-14',
        by: 'total',
        locale: 'vi',
      },
    })
  })

  test.each(breakdowns)('by %s', (by) => {
    expect(parse(`${good}&by=${by}`)).toMatchObject({ ok: true, value: { by } })
  })

  test.each([
    ['unit=office&from=2026-01-01&to=2026-01-31', 'missing', 'survey'],
    ['survey=kiosk-1&unit=%20&from=2026-01-01&to=2026-01-31', 'missing', 'unit'],
    [`${good}&unit=other`, 'repeated', 'unit'],
    [`${good}&by=month&by=unit`, 'repeated', 'by'],
    [`${good}&by=moon`, 'unknown-breakdown', 'by'],
    ['survey=k&unit=o&from=2026-02-30&to=2026-03-14', 'not-a-day', 'from'],
    ['survey=k&unit=o&from=2026-02-01&to=tomorrow', 'not-a-day', 'to'],
    ['survey=k&unit=o&from=2026-03-01&to=2026-02-28', 'from-after-to', 'from'],
    ['survey=k&unit=o&from=2026-03-01&to=2026-03-30', 'not-half-months', 'from'],
    ['survey=k&unit=o&from=2026-03-02&to=2026-03-31', 'not-half-months', 'from'],
    ['survey=k&unit=o&from=2006-01-01&to=2026-01-14', 'period-too-long', 'from'],
  ])('%s: %s', (query, code, field) => {
    expect(parse(query)).toMatchObject({ ok: false, problems: [{ code, field }] })
  })

  test('every fault of the address is named at once', () => {
    expect(parse('')).toMatchObject({
      problems: [{ field: 'survey' }, { field: 'unit' }, { field: 'from' }, { field: 'to' }],
    })
  })
})
