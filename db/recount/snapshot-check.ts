import 'server-only'
import { canonicalJson } from '@/domain/canonical-json'
import { countOrFew } from '@/domain/disclosure'
import type { FigureRow, Figures } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { type Group, responsesOf } from '@/domain/group'
import { countOf } from '@/domain/rate'
import { type Report, weightUnits } from '@/domain/report'
import type { OnFault } from './counts'
import { mixParts } from './snapshot-mix'
import type { Ingredients } from './snapshot-parts'
import { makeRows, type RowMaker } from './snapshot-rows'

/** Calls `onFault` with what a stored report says and what its ingredients give, where the two differ. */
export function checkReport(ingredients: Ingredients, report: Report, onFault: OnFault): void {
  const made = makeRows(ingredients, mixParts(ingredients, report.total.period))
  for (const figures of [report.total, ...report.breakdowns]) checkFigures(figures, made, onFault)
  for (const { period, total } of [report.previous, report.lastYear]) {
    const then = makeRows(ingredients, mixParts(ingredients, period)).total()
    checkRow(`${period.from} to ${period.to}`, total, then, onFault)
  }
  const byUnit = report.breakdowns.find(({ by }) => by === 'unit')
  if (!report.weighted || !byUnit) return
  const weighted = weightUnits(byUnit)
  if (canonicalJson(weighted) !== canonicalJson(report.weighted)) {
    differ('weighted by dossiers', report.weighted.rate, weighted?.rate ?? 'none', onFault)
  }
}

/** The same for what a report says of the invalidated ones, while they are counted among the ingredients. */
export function checkInvalidated(
  ingredients: Ingredients,
  { total: figures }: Report,
  onFault: OnFault,
): void {
  const { total, invalidated, withInvalidated, missing, notApplicable } = figures
  if (!('levels' in total)) return
  const all = makeRows(ingredients, mixParts(ingredients, figures.period)).total()
  if (withInvalidated) checkRow('total with invalidated', withInvalidated, all, onFault)
  if (invalidated === undefined || invalidated === null) return
  const shown = countOf(total.levels) + (missing ?? 0) + (notApplicable ?? 0)
  const counted = countOrFew(responsesOf(all) - shown)
  if (invalidated !== counted) differ('invalidated', invalidated, counted, onFault)
}

function checkFigures(figures: Figures, made: RowMaker, onFault: OnFault): void {
  const { by, missing, notApplicable, channels, modes } = figures
  const total = made.total()
  checkRow('total', figures.total, total, onFault)
  checkCoverage('total', figures, total, onFault)
  const unanswered: [string, number | null, number][] = [
    ['unanswered', missing, total.missing],
    ['not applicable', notApplicable, total.notApplicable],
  ]
  for (const [what, stored, counted] of unanswered) {
    if (stored !== null && stored !== counted) differ(what, stored, counted, onFault)
  }
  for (const { slice, rows } of [
    { slice: 'channel', rows: channels },
    { slice: 'mode', rows: modes },
  ] as const) {
    for (const { key, n } of rows) {
      const counted = countOf(made.mix(slice, key).levels)
      if (n !== undefined && n !== counted) differ(`${slice} ${key}`, n, counted, onFault)
    }
  }
  if (by === 'total') return
  // A hidden row holds nothing that could be wrong; whether it had to be hidden is not asked here.
  for (const row of figures.rows.filter(({ status }) => status !== 'suppressed')) {
    const what = `by ${by}, ${row.key}`
    const group = made.row(by, row)
    if (!group) onFault(`${what}: there is no such group.`)
    else {
      checkRow(what, row, group, onFault, by !== 'factor')
      checkCoverage(what, row, group, onFault)
    }
  }
}

function checkRow(
  what: string,
  row: FigureRow,
  group: Group,
  onFault: OnFault,
  interval = true,
): void {
  if (row.status === 'suppressed') return
  const made = toRow({ key: row.key, label: row.label }, group, { interval })
  if (figuresOf(row) === figuresOf(made)) return
  differ(what, inWords(row), inWords(made), onFault)
}

function checkCoverage(
  what: string,
  { coverage }: Pick<FigureRow, 'coverage'>,
  group: Group,
  onFault: OnFault,
): void {
  if (coverage?.status !== 'ok' && coverage?.status !== 'over') return
  const counted = responsesOf(group)
  if (coverage.n !== counted) differ(`${what}, responses`, coverage.n, counted, onFault)
}

const numbers = ['status', 'levels', 'n', 'k', 'rate', 'score', 'low', 'high'] as const

const figuresOf = (row: FigureRow) =>
  canonicalJson(numbers.map((name) => (row as Readonly<Record<string, unknown>>)[name] ?? null))

const inWords = (row: FigureRow) =>
  'levels' in row ? `${row.k}/${row.n} of ${row.levels.join('-')}` : row.status

const differ = (
  what: string,
  stored: string | number,
  counted: string | number,
  onFault: OnFault,
) => onFault(`${what}: stored ${stored}, recounted ${counted}.`)
