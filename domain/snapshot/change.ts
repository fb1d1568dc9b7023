import { canonicalJson } from '../canonical-json'
import { countOrFew } from '../disclosure'
import type { By, Coverage, FigureRow, Figures } from '../figure'
import { isSmallGroup, subtractLevels } from '../rate'
import type { Report } from '../report'
import type { Formula } from './snapshot'

/** A group's figures as one of the two reports shows them; `few` where printing them would tell of 1–4 changes. */
export type Shown =
  | Readonly<{ status: 'none' | 'suppressed' | 'few' }>
  | Readonly<{ status: 'reference' | 'ok'; k: number; n: number }>

/** How many answers to the question came, went or changed their level; null where one of the two is hidden. */
type ChangeSize = number | 'few' | null

export type RowChange = Readonly<{
  key: string
  label: string
  before: Shown
  after: Shown
  size: ChangeSize
}>

/** What differs between a report that was stored and the same report today. */
export type ReportChange =
  /** Not to be compared: other formulas, or the newest version asks another question. */
  | Readonly<{ kind: 'other-formula'; before: string; after: string }>
  | Readonly<{ kind: 'other-question'; before: string; after: string }>
  | Readonly<{
      kind: 'compared'
      total: RowChange | null
      /** Only the breakdowns and rows that differ. */
      breakdowns: readonly Readonly<{ by: By; rows: readonly RowChange[] }>[]
      coverage: Readonly<{ before: Coverage; after: Coverage }> | null
      hasOtherDossiers: boolean
    }>

/**
 * Sets a stored report against today's. Numbers of a group that changed by 1–4 answers are left out, because what was
 * stored would give the change away by subtraction; the stored ones stand in the snapshot itself.
 */
export function compareReports(
  before: Readonly<{ report: Report; formula: Formula }>,
  after: Readonly<{ report: Report; formula: Formula }>,
): ReportChange {
  const formulas = [nameOf(before.formula), nameOf(after.formula)] as const
  if (formulas[0] !== formulas[1]) {
    return { kind: 'other-formula', before: formulas[0], after: formulas[1] }
  }
  const [a, b] = [before.report, after.report]
  const questions = [a.total.scope.question, b.total.scope.question] as const
  if (questions[0].series !== questions[1].series) {
    return { kind: 'other-question', before: questions[0].text, after: questions[1].text }
  }
  const total = compareRows(a.total.total, b.total.total)
  return {
    kind: 'compared',
    total,
    breakdowns: compareBreakdowns(a.breakdowns, b.breakdowns),
    coverage: compareCoverage(a.total.coverage, b.total.coverage),
    hasOtherDossiers: canonicalJson(countsOf(a)) !== canonicalJson(countsOf(b)),
  }
}

export const hasChanged = (change: ReportChange): boolean =>
  change.kind !== 'compared' ||
  change.total !== null ||
  change.breakdowns.length > 0 ||
  change.coverage !== null ||
  change.hasOtherDossiers

const nameOf = ({ name, version }: Formula) => `${name} ${version}`

function compareBreakdowns(before: readonly Figures[], after: readonly Figures[]) {
  const kinds = [...new Set([...before, ...after].map(({ by }) => by))]
  return kinds
    .map((by) => ({ by, rows: compareLists(rowsOf(before, by), rowsOf(after, by)) }))
    .filter(({ rows }) => rows.length > 0)
}

const rowsOf = (all: readonly Figures[], by: By) => all.find((one) => one.by === by)?.rows ?? []

function compareLists(before: readonly FigureRow[], after: readonly FigureRow[]): RowChange[] {
  const later = new Map(after.map((row) => [row.key, row]))
  const earlier = new Set(before.map(({ key }) => key))
  const kept = before.map((row) => compareRows(row, later.get(row.key) ?? emptied(row)))
  const added = after
    .filter(({ key }) => !earlier.has(key))
    .map((row) => compareRows(emptied(row), row))
  return [...kept, ...added].flatMap((change) => change ?? [])
}

const emptied = ({ key, label }: FigureRow): FigureRow => ({ key, label, status: 'none', n: 0 })

/** Null where nothing differs that either of the two shows. */
function compareRows(before: FigureRow, after: FigureRow): RowChange | null {
  const size = sizeOf(before, after)
  if (size === 0 || (size === null && before.status === after.status)) return null
  const { key, label } = after
  return { key, label, before: shown(before), after: size === 'few' ? few : shown(after), size }
}

const few: Shown = { status: 'few' }

function sizeOf(before: FigureRow, after: FigureRow): ChangeSize {
  if (before.status === 'suppressed' || after.status === 'suppressed') return null
  const [a, b] = [levelsOf(before), levelsOf(after)]
  return countOrFew(subtractLevels(b, a).reduce((sum, n) => sum + Math.abs(n), 0))
}

const levelsOf = (row: FigureRow) => ('levels' in row ? row.levels : ([0, 0, 0, 0, 0] as const))

function shown(row: FigureRow): Shown {
  if (row.status === 'none' || row.status === 'suppressed') return { status: row.status }
  return { status: row.status, k: row.k, n: row.n }
}

/** Null where they are the same, and where responses that came or went since are too few to tell of. */
function compareCoverage(before: Coverage, after: Coverage) {
  const isFew = 'n' in before && 'n' in after && isSmallGroup(Math.abs(after.n - before.n))
  return isFew || canonicalJson(before) === canonicalJson(after) ? null : { before, after }
}

/** What offices reported, without names that may be spelt anew. */
const countsOf = ({ dossiers }: Report) =>
  dossiers.rows.map(({ unit, shares }) => [unit.code, shares?.counts ?? null])
