import { describe, expect, it } from 'vitest'
import { parsePeriodChoice } from '@/domain/period-choice'
import { stepPeriod } from '@/domain/period-step'

function step(query: string, by: -1 | 1): string | null {
  const parsed = parsePeriodChoice(new URLSearchParams(query), '2026-11-23')
  if (!parsed.ok) throw new Error(query)
  const next = stepPeriod(parsed.value.choice, parsed.value.period, by)
  return next && `${next.from} ${next.to}`
}

describe('a step to the period beside', () => {
  it.each([
    ['year=2026', '2025-01-01 2025-12-31', '2027-01-01 2027-12-31'],
    ['period=quarter-1&year=2026', '2025-10-01 2025-12-31', '2026-04-01 2026-06-30'],
    [
      'period=quarter-1&year=2026&calendar=decree',
      '2025-09-15 2025-12-14',
      '2026-03-15 2026-06-14',
    ],
    ['period=month-3&year=2024', '2024-02-01 2024-02-29', '2024-04-01 2024-04-30'],
    ['period=nine-months&year=2026', '2025-01-01 2025-09-30', '2027-01-01 2027-09-30'],
    [
      'period=half-year-1&year=2026&calendar=decree',
      '2024-12-15 2025-06-14',
      '2026-12-15 2027-06-14',
    ],
    ['period=half-year-1&year=2026', '2025-07-01 2025-12-31', '2026-07-01 2026-12-31'],
    ['period=range&start=2026-02&end=2026-03', '2025-12-01 2026-01-31', '2026-04-01 2026-05-31'],
  ])('%s', (query, before, after) => {
    expect(step(query, -1)).toBe(before)
    expect(step(query, 1)).toBe(after)
  })

  it('ends where the app stops counting', () => {
    expect(step('year=1990', -1)).toBeNull()
    expect(step('year=2199', 1)).toBeNull()
  })
})
