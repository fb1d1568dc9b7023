import { describe, expect, test } from 'vitest'
import { canonicalJson } from '@/domain/canonical-json'
import type { Figures } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { groupOf } from '@/domain/group'
import type { Levels } from '@/domain/rate'
import type { Report } from '@/domain/report'
import { compareReports, hasChanged } from '@/domain/snapshot/change'
import {
  formulaOf,
  isOwnFormula,
  reportFor,
  shortChecksum,
  snapshotNumber,
  wasRunning,
} from '@/domain/snapshot/snapshot'
import { parseReport } from '@/domain/snapshot/stored-report'
import { parseSnapshot } from '@/domain/snapshot/stored-snapshot'

const period = { from: '2026-07-01', to: '2026-09-30' }
const unit = { code: 'xa', name: 'Xã' }
const rowOf = (key: string, levels: Levels) => toRow({ key, label: key }, groupOf(levels))

/** A report with a total and, by desk, its parts. */
function reportOf(desks: Readonly<Record<string, Levels>>, series = 'q8'): Report {
  const rows = Object.entries(desks).map(([key, levels]) => rowOf(key, levels))
  const sum = Object.values(desks).reduce(
    (all, levels) => all.map((n, i) => n + (levels[i] ?? 0)) as unknown as Levels,
    [0, 0, 0, 0, 0] as const,
  )
  const total = rowOf('xa', sum)
  const figures = {
    scope: {
      unit,
      survey: { code: 'desk-8', title: 'Phiếu' },
      question: { id: 'q8', text: `Câu ${series}`, series },
    },
    period,
    asOf: '2026-10-01T00:00:00.000Z',
    formula: 'top-two-box' as const,
    total,
    order: 'given' as const,
    coverage: { status: 'no-statistics' as const },
    missing: 0,
    notApplicable: 0,
    channels: [],
    modes: [],
    leftOut: [],
    breaks: [],
  }
  const then = { period, total: rowOf('xa', [0, 0, 0, 0, 0]), change: null }
  return {
    total: { ...figures, by: 'total', rows: [] },
    breakdowns: [{ ...figures, by: 'desk', rows }],
    previous: then,
    lastYear: then,
    dossiers: { unit, period, rows: [], total: null },
  }
}

const compare = (before: Report, after: Report) => {
  const formula = formulaOf(before)
  return compareReports({ report: before, formula }, { report: after, formula })
}

describe('what differs between a stored report and today', () => {
  const before = reportOf({ '1': [1, 0, 0, 9, 20], '2': [0, 2, 0, 0, 20] })

  test('is nothing where nothing does, in whichever order the keys were set', () => {
    const again = JSON.parse(canonicalJson(before)) as Report
    expect(compare(before, again)).toEqual({
      kind: 'compared',
      total: null,
      breakdowns: [],
      coverage: null,
      hasOtherDossiers: false,
    })
    expect(hasChanged(compare(before, again))).toBe(false)
  })

  test('has numbers from five answers on, and none below', () => {
    const after = reportOf({ '1': [1, 0, 0, 9, 20], '2': [5, 2, 0, 0, 20] })
    const few = reportOf({ '1': [2, 0, 0, 9, 20], '2': [0, 2, 0, 0, 20] })
    expect(compare(before, after)).toMatchObject({
      total: { before: { k: 49, n: 52 }, after: { k: 49, n: 57 }, size: 5 },
      breakdowns: [{ by: 'desk', rows: [{ key: '2', size: 5, after: { k: 20, n: 27 } }] }],
    })
    expect(compare(before, few)).toMatchObject({
      total: { after: { status: 'few' }, size: 'few' },
      breakdowns: [{ by: 'desk', rows: [{ key: '1', after: { status: 'few' }, size: 'few' }] }],
    })
  })

  test('counts answers that changed their level, not only how many there are', () => {
    const after = reportOf({ '1': [4, 0, 0, 6, 20], '2': [0, 2, 0, 0, 20] })
    expect(compare(before, after)).toMatchObject({ total: { size: 6, after: { k: 46, n: 52 } } })
  })

  test('names rows that came and went; of hidden ones only that they are', () => {
    const after = reportOf({ '1': [1, 0, 0, 9, 20], '3': [0, 0, 0, 0, 3] })
    expect(compare(before, after)).toMatchObject({
      breakdowns: [
        {
          rows: [
            { key: '2', after: { status: 'none' }, size: 22 },
            { key: '3', before: { status: 'none' }, after: { status: 'suppressed' }, size: null },
          ],
        },
      ],
    })
  })

  test('a formula has the version its figures name; older reports have the first', () => {
    expect(formulaOf(before)).toEqual({ name: 'top-two-box', version: '1' })
    const later = { ...before.total, formulaVersion: 'top-two-box/2' } as unknown as Figures
    const made = formulaOf({ ...before, total: later })
    expect(made).toEqual({ name: 'top-two-box', version: '2' })
    expect([isOwnFormula(formulaOf(before)), isOwnFormula(made)]).toEqual([true, false])
  })

  test('says so where the two cannot be compared', () => {
    const asked = compare(before, reportOf({ '1': [1, 0, 0, 9, 20] }, 'q8 anew'))
    expect(asked).toEqual({ kind: 'other-question', before: 'Câu q8', after: 'Câu q8 anew' })
    const formulas = [formulaOf(before), { name: 'mean', version: '2' }] as const
    const counted = compareReports(
      { report: before, formula: formulas[0] },
      { report: before, formula: formulas[1] },
    )
    expect(counted).toMatchObject({ kind: 'other-formula', after: 'mean 2' })
  })
})

const report = reportOf({ '1': [1, 0, 0, 9, 20] })
const content = {
  snapshotFormat: 1,
  number: snapshotNumber('xa', 2026, 3),
  unit: { id: 4, ...unit },
  survey: { code: 'desk-8', title: 'Phiếu' },
  period,
  formula: formulaOf(report),
  closedAt: '2026-09-30T16:59:59.000Z',
  closedBy: { id: 1, name: 'A' },
  note: '',
  follows: null,
  basis: {
    lastSeq: 30,
    responses: 30,
    invalid: [],
    tallySheets: [],
    beside: { invalid: [], tallySheets: [] },
    dossierStats: [],
    units: [{ id: 4, code: 'xa', parentId: null }],
  },
  reports: [{ roots: [4], report }],
}

describe('what was stored', () => {
  test('is read again as it was, with what later versions added', () => {
    expect(parseSnapshot(canonicalJson(content))).toEqual(content)
    const later = { ...report.total, madeUpLater: { rate: 0.9 } }
    expect(parseReport({ ...report, total: later })?.total).toEqual(later)
  })

  test('keeps what reports got since, and drops it where it has become something else', () => {
    const total = { ...report.total, invalidated: 7, withInvalidated: report.total.total }
    const weighted = { rate: 0.9, units: 2, covered: 90, dossiers: null }
    const previous = { ...report.previous, obstacle: 'hidden' as const }
    const full = { ...report, total, weighted, previous }
    expect(parseReport(JSON.parse(canonicalJson(full)))).toEqual(full)
    const odd = {
      ...report,
      total: { ...report.total, invalidated: 'many', withInvalidated: 3 },
      weighted: { rate: '90%' },
      previous: { ...report.previous, obstacle: 'weather' },
    }
    expect(parseReport(odd)).toEqual(report)
  })

  test('lacks what came later, and is read all the same', () => {
    const { breaks: _, modes: __, missing: ___, ...old } = report.total
    expect(parseReport({ ...report, total: old })?.total).toMatchObject({
      breaks: [],
      modes: [],
      missing: null,
    })
  })

  test.each([
    ['no JSON', '{'],
    ['another format', canonicalJson({ ...content, snapshotFormat: 2 })],
    ['no report', canonicalJson({ ...content, reports: [{ roots: [4], report: {} }] })],
    ['no number', canonicalJson({ ...content, number: 7 })],
    [
      'levels that are none',
      canonicalJson(content).replace('"levels":[1,0,0,9,20]', '"levels":[1,0,0,9]'),
    ],
  ])('is refused where it is %s', (_, text) => {
    expect(parseSnapshot(text)).toBeNull()
  })

  test('has a number, a short checksum, and a report for every reach', () => {
    expect(content.number).toBe('CHOT-xa-2026-003')
    expect(shortChecksum('0123456789abcdef')).toBe('0123456789ab')
    const other = reportOf({ '1': [0, 0, 0, 0, 9] })
    const reports = [
      { roots: [1, 2], report: other },
      { roots: [4], report },
    ]
    expect(reportFor({ reports }, 2)).toBe(other)
    expect(reportFor({ reports }, 4)).toBe(report)
    expect(reportFor({ reports }, 9)).toBe(other)
    expect(wasRunning({ period }, '2026-09-30')).toBe(true)
    expect(wasRunning({ period }, '2026-10-01')).toBe(false)
  })
})
