import type { Channel } from '@/domain/door'
import type { By, Coverage, FigureRow, Figures, MixRow } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { groupOf } from '@/domain/group'
import type { Levels } from '@/domain/rate'
import { type Report, setAgainst } from '@/domain/report'

type Parts = Readonly<{
  levels?: Levels
  unit?: string
  survey?: string
  coverage?: Coverage
  channels?: readonly MixRow<Channel>[]
  missing?: number
  rows?: Partial<Record<By, readonly FigureRow[]>>
}>

/** A row as the figures make it: hidden, for reference or rated by the number of people. */
export const row = (label: string, levels: Levels, key = label): FigureRow =>
  toRow({ key, label }, groupOf(levels))

/** A report of made-up numbers, where a database would only stand in the way. */
export function reportOf(parts: Parts = {}): Report {
  const { levels = [2, 8, 14, 120, 156], rows = {} } = parts
  const figures = (by: By): Figures => ({
    scope: {
      unit: { code: 'xa-a', name: parts.unit ?? 'Xã A' },
      survey: { code: 'kiosk-1', title: parts.survey ?? 'Ý kiến tại quầy' },
      question: { id: 'overall', text: 'Ông/Bà có hài lòng không?', series: 'overall' },
    },
    period: { from: '2026-01-01', to: '2026-03-31' },
    asOf: '2026-04-02T03:00:00.000Z',
    formula: 'top-two-box',
    by,
    total: row('Xã A', levels, 'xa-a'),
    rows: rows[by] ?? [],
    order: 'given',
    coverage: parts.coverage ?? { status: 'no-statistics' },
    missing: parts.missing ?? 0,
    notApplicable: 0,
    channels: parts.channels ?? [],
    modes: [],
    leftOut: [],
    breaks: [],
  })
  const total = figures('total')
  const against = setAgainst(total, { ...total, period: { from: '2025-10-01', to: '2025-12-31' } })
  return {
    total,
    breakdowns: Object.keys(rows).map((by) => figures(by as By)),
    previous: against,
    lastYear: against,
    dossiers: { unit: total.scope.unit, period: total.period, rows: [], total: null },
  }
}

/** 276/300 after 258/300 (DOMAIN's example), another question a year before, weighted, and eight invalidated. */
export function comparedReport(): Report {
  const report = reportOf({ missing: 7 })
  const { total } = report
  const before = { ...total, total: row('Xã A', [10, 10, 22, 100, 158]) }
  const question = { ...total.scope.question, series: 'before' }
  return {
    ...report,
    total: {
      ...total,
      invalidated: 8,
      withInvalidated: row('Xã A', [3, 8, 17, 120, 156]),
    },
    previous: setAgainst(total, { ...before, period: { from: '2025-10-01', to: '2025-12-31' } }),
    lastYear: setAgainst(total, {
      ...before,
      scope: { ...total.scope, question },
      period: { from: '2025-01-01', to: '2025-03-31' },
    }),
    weighted: { rate: 0.876543, units: 3, covered: 1200, dossiers: 1500 },
  }
}
