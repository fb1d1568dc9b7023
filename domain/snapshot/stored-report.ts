import { type DossierCounts, mapParts } from '../dossier/dossier'
import type { Against, Report, Weighted } from '../report'
import { isCount, isNumber, isText, listOf, oneOf, orNull, record, type Shape } from './shape'
import { isFigures, isRow } from './stored-figures'
import { isNamed, isPeriod, isRate } from './stored-shapes'

// Reports are stored for good, and whichever version of the app opens them must show them or say that it cannot.
// What stands in every report is required; what came later has a value for those that were stored before it.

/** A report as some version of the app stored it; undefined where it is none. */
export const parseReport: Shape<Report> = (value) => isReport(value)

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
  return given && mapParts((part) => isCount(given[part]) ?? null)
}

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
