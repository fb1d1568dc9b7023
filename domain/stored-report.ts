import { channels, modes } from './door'
import { type DossierCounts, type DossierPart, dossierParts, noDossierCounts } from './dossier'
import { breakdowns, type Coverage, type FigureRow, type Figures, type LeftOut } from './figure'
import type { Levels } from './rate'
import type { Against, Report, Weighted } from './report'
import {
  anyOf,
  isCount,
  isNumber,
  isText,
  listOf,
  oneOf,
  or,
  orNull,
  record,
  type Shape,
} from './shape'

// Reports are stored for good, and whichever version of the app opens them must show them or say that it cannot.
// What stands in every report is required; what came later has a value for those that were stored before it.

/** A report as some version of the app stored it; undefined where it is none. */
export const parseReport: Shape<Report> = (value) => isReport(value)

const isPeriod = record({ from: isText, to: isText })
const isNamed = record({ code: isText, name: isText })
const isLevels: Shape<Levels> = (value) => {
  const levels = listOf(isCount)(value)
  return levels?.length === 5 ? (levels as unknown as Levels) : undefined
}

const isCoverage: Shape<Coverage> = (value) =>
  record({ status: oneOf('ok', 'over'), n: isCount, dossiers: isCount })(value) ??
  record({ status: oneOf('no-statistics', 'suppressed') })(value)

const head = { key: isText, label: isText }
const isTrue: Shape<true> = (value) => (value === true ? value : undefined)
const maybe = {
  from: isText,
  to: isText,
  series: isText,
  break: isTrue,
  coverage: isCoverage,
  tied: isTrue,
}
const counted = { ...head, levels: isLevels, n: isCount, k: isCount }
const isNone: Shape<0> = (value) => (value === 0 ? value : undefined)

const isRow: Shape<FigureRow> = (value) =>
  record({ ...head, status: oneOf('none'), n: isNone }, maybe)(value) ??
  record({ ...head, status: oneOf('suppressed') }, maybe)(value) ??
  record({ ...counted, status: oneOf('reference') }, maybe)(value) ??
  record(
    {
      ...counted,
      status: oneOf('ok'),
      rate: isNumber,
      score: isNumber,
      low: orNull(isNumber),
      high: orNull(isNumber),
    },
    maybe,
  )(value)

const isLeftOut: Shape<LeftOut> = (value) =>
  record({
    kind: oneOf('sheet'),
    reason: oneOf('not-whole', 'longer-than-month', 'other-series'),
    unit: isText,
    channel: oneOf(...channels),
    from: isText,
    to: isText,
  })(value) ??
  record({
    kind: oneOf('version'),
    reason: oneOf('other-series'),
    version: isText,
    question: isText,
  })(value)

const isCountOrFew: Shape<number | 'few'> = (value) => (value === 'few' ? value : isCount(value))

const isFigures: Shape<Figures> = record(
  {
    scope: record({
      unit: isNamed,
      survey: record({ code: isText, title: isText }, { note: isText }),
      question: record({ id: isText, text: isText, series: isText }),
    }),
    period: isPeriod,
    asOf: isText,
    formula: oneOf('top-two-box'),
    by: oneOf(...breakdowns),
    total: isRow,
    rows: listOf(isRow),
    order: or(oneOf('rate', 'name', 'given'), 'given'),
    coverage: or(isCoverage, { status: 'no-statistics' }),
    missing: or(orNull(isCount), null),
    notApplicable: or(orNull(isCount), null),
    channels: or(anyOf(record({ key: oneOf(...channels) }, { n: isCount })), []),
    modes: or(anyOf(record({ key: oneOf(...modes, 'unknown') }, { n: isCount })), []),
    leftOut: or(anyOf(isLeftOut), []),
    breaks: or(anyOf(isText), []),
  },
  { nearest: isPeriod, invalidated: orNull(isCountOrFew), withInvalidated: isRow },
)

const isAgainst: Shape<Against> = record(
  {
    period: isPeriod,
    total: isRow,
    change: orNull(
      record({
        difference: isNumber,
        low: isNumber,
        high: isNumber,
        isConclusive: (value: unknown) => (typeof value === 'boolean' ? value : undefined),
      }),
    ),
  },
  { obstacle: oneOf('other-question', 'hidden', 'no-rate') },
)

const isWeighted: Shape<Weighted> = record({
  rate: isNumber,
  units: isCount,
  covered: isCount,
  dossiers: orNull(isCount),
})

/** A part that was added to the table later was not known then. */
const isCounts: Shape<DossierCounts> = (value) => {
  const given = record({})(value) as Readonly<Record<string, unknown>> | undefined
  if (!given) return undefined
  const counts: Record<DossierPart, number | null> = { ...noDossierCounts }
  for (const part of dossierParts) counts[part] = isCount(given[part]) ?? null
  return counts
}

const isRate = orNull(record({ k: isCount, n: isCount }))
const isShares = orNull(
  record({
    counts: isCounts,
    onTimeOfReceived: isRate,
    onTimeOfResolved: isRate,
    inProgressOfReceived: isRate,
  }),
)

const isReport: Shape<Report> = record(
  {
    total: isFigures,
    breakdowns: listOf(isFigures),
    previous: isAgainst,
    lastYear: isAgainst,
    dossiers: record({
      unit: isNamed,
      period: isPeriod,
      rows: listOf(record({ unit: isNamed, shares: isShares, sources: listOf(isText) })),
      total: isShares,
    }),
  },
  { weighted: orNull(isWeighted) },
)
