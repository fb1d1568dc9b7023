import { describe, expect, it } from 'vitest'
import { parsePeriodChoice, presetNames } from '@/domain/period-choice'

const today = '2026-11-23'
const parse = (query: string) => parsePeriodChoice(new URLSearchParams(query), today)
const days = (query: string) => {
  const parsed = parse(query)
  return parsed.ok
    ? `${parsed.value.period.from} ${parsed.value.period.to}`
    : parsed.problems[0]?.code
}

describe('the period of a filter', () => {
  it.each([
    ['', '2026-01-01 2026-12-31'],
    ['year=2020', '2020-01-01 2020-12-31'],
    ['period=quarter-1&year=2026&calendar=calendar', '2026-01-01 2026-03-31'],
    ['period=quarter-1&year=2026&calendar=decree', '2025-12-15 2026-03-14'],
    ['period=half-year-2&year=2026', '2026-07-01 2026-12-31'],
    ['period=half-year-1&year=2026&calendar=decree', '2025-12-15 2026-06-14'],
    ['period=nine-months&year=2026&calendar=decree', '2025-12-15 2026-09-14'],
    ['period=month-2&year=2024', '2024-02-01 2024-02-29'],
    ['period=range&start=2025-11&end=2026-02', '2025-11-01 2026-02-28'],
    ['from=2026-01-15&to=2026-02-14', '2026-01-15 2026-02-14'],
  ])('%s is %s', (query, expected) => expect(days(query)).toBe(expected))

  it.each([
    ['period=half-year-2&calendar=decree', 'no-such-period'],
    ['period=quarter-5', 'not-a-period'],
    ['calendar=lunar', 'not-a-period'],
    ['year=20x6', 'not-a-period'],
    ['period=range&start=2026-03&end=2026-02', 'from-after-to'],
    ['period=range&start=2026-13&end=2026-14', 'not-a-period'],
    ['from=2026-01-02&to=2026-01-31', 'not-a-period'],
    ['from=2026-02-01&to=2026-01-31', 'from-after-to'],
    ['from=2026-01-01', 'not-a-period'],
  ])('%s is refused: %s', (query, code) => expect(days(query)).toBe(code))

  it('given in days finds its name in the form again', () => {
    for (const calendar of ['calendar', 'decree'] as const) {
      for (const preset of presetNames) {
        const named = parse(`period=${preset}&calendar=${calendar}&year=2026`)
        if (!named.ok) continue
        const { from, to } = named.value.period
        const again = parse(`from=${from}&to=${to}`)
        expect(again).toMatchObject({
          ok: true,
          value: { choice: { preset }, period: { from, to } },
        })
      }
    }
  })

  it('given in days without a name becomes a range of months', () => {
    const parsed = parse('from=2020-01-15&to=2021-02-28')
    expect(parsed).toMatchObject({
      value: { choice: { preset: 'range', start: '2020-01', end: '2021-02' } },
    })
  })
})
