import type { Channel, Mode } from './door'
import type { Day, Period } from './period'
import type { Levels } from './rate'

export const breakdowns = [
  'total',
  'unit',
  'desk',
  'field',
  'touchpoint',
  'channel',
  'question',
  'factor',
  'reason',
  'fact',
  'month',
] as const
export type By = (typeof breakdowns)[number]

/** Valid responses against dossiers resolved in exactly this unit (or field) and period. */
export type Coverage =
  | Readonly<{ status: 'ok' | 'over'; n: number; dossiers: number }>
  | Readonly<{ status: 'no-statistics' | 'suppressed' }>

type RowHead = Readonly<{
  key: string
  label: string
  /** The month, or the part of it that lies in the period. */
  from?: Day
  to?: Day
  /** Only where rows of several series stand in one table. */
  series?: string
  /** The first row of a series that is not comparable with the one before. */
  break?: true
  /** By unit and by field. */
  coverage?: Coverage
  /** In order of rate: no conclusive difference to the row before. */
  tied?: true
}>

type Counted = Readonly<{ levels: Levels; n: number; k: number }>

/**
 * A group of people and what may be shown of it; what may not is not in the object at all.
 * `levels` are answers from 1 to 5, `n` their sum, `k` those at 4 and 5; rate and interval are
 * fractions, the score is 0–100. For factors n counts answers, and there is no interval.
 */
export type FigureRow = RowHead &
  (
    | Readonly<{ status: 'none'; n: 0 }>
    | Readonly<{ status: 'suppressed' }>
    | (Counted & Readonly<{ status: 'reference' }>)
    | (Counted &
        Readonly<{
          status: 'ok'
          rate: number
          score: number
          low: number | null
          high: number | null
        }>)
  )

/** What belongs to unit and survey but is in none of these numbers, and why. */
export type LeftOut =
  | Readonly<{
      kind: 'sheet'
      reason: 'not-whole' | 'longer-than-month' | 'other-series'
      unit: string
      channel: Channel
      from: Day
      to: Day
    }>
  | Readonly<{ kind: 'version'; reason: 'other-series'; version: string; question: string }>

/** Forms as their office counted them; null where it did not. */
export type Forms = Readonly<{ handedOut: number; returned: number | null; invalid: number | null }>

/**
 * How the responses came in; a number is absent where it must be hidden. `forms` stand only where every response of the
 * channel is among them.
 */
export type MixRow<Key extends string> = Readonly<{ key: Key; n?: number; forms?: Forms }>

export const formulaVersion = 'top-two-box/1'

export type Figures = Readonly<{
  scope: Readonly<{
    unit: Readonly<{ code: string; name: string }>
    survey: Readonly<{ code: string; title: string; note?: string }>
    /** The overall question, from which the total comes. */
    question: Readonly<{ id: string; text: string; series: string }>
  }>
  period: Period
  /** The instant of reading, ISO 8601 in UTC. */
  asOf: string
  formula: 'top-two-box'
  /** The formula and its version: changes with every change of what the numbers mean. */
  formulaVersion?: typeof formulaVersion
  by: By
  total: FigureRow
  /** Where the total is hidden: the nearest period in which it is shown, if there is one. */
  nearest?: Period
  rows: readonly FigureRow[]
  /** How the rows stand: units by rate only where all have 100 people, else as listed or by name. */
  order: 'rate' | 'name' | 'given'
  coverage: Coverage
  /** Responses without a level in the overall question; null where the total is hidden. */
  missing: number | null
  notApplicable: number | null
  /** Invalidated responses of unit and period; null where the total is hidden. */
  invalidated?: number | 'few' | null
  /** The total as it would be with them; only where they are no small group, in this period and beside others. */
  withInvalidated?: FigureRow
  channels: readonly MixRow<Channel>[]
  modes: readonly MixRow<Mode | 'unknown'>[]
  leftOut: readonly LeftOut[]
  /** Keys of the rows with which another series begins. */
  breaks: readonly string[]
}>
