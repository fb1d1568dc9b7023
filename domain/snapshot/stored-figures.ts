import { channels, modes } from '../door'
import { breakdowns, type FigureRow, type Figures, type Forms, type LeftOut } from '../figure'
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
import { isCoverage, isLevels, isNamed, isPeriod, maybe } from './stored-shapes'

const head = { key: isText, label: isText }

const counted = { ...head, levels: isLevels, n: isCount, k: isCount }

const isNone: Shape<0> = (value) => (value === 0 ? value : undefined)

/** A row of any status. */
export const isRow: Shape<FigureRow> = (value) =>
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

const isForms: Shape<Forms> = record({
  handedOut: isCount,
  returned: orNull(isCount),
  invalid: orNull(isCount),
})

const isCountOrFew: Shape<number | 'few'> = (value) => (value === 'few' ? value : isCount(value))

/** The rows of one breakdown with what they rest on. */
export const isFigures: Shape<Figures> = record(
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
    channels: or(anyOf(record({ key: oneOf(...channels) }, { n: isCount, forms: isForms })), []),
    modes: or(anyOf(record({ key: oneOf(...modes, 'unknown') }, { n: isCount })), []),
    leftOut: or(anyOf(isLeftOut), []),
    breaks: or(anyOf(isText), []),
  },
  { nearest: isPeriod, invalidated: orNull(isCountOrFew), withInvalidated: isRow },
)
