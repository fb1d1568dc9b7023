import type { Channel, Mode, Touchpoint } from './door'
import type { Locale, SurveyVersion } from './survey'

/** A place as a file of responses names it. */
export type NamedPlace = Readonly<{ code: string; name: string }>

/** A response without anything that tells whose it is: no id, no time, no door, no comment. */
export type ResponseRow = Readonly<{
  version: SurveyVersion
  /** `YYYY-MM`. */
  month: string
  unit: NamedPlace
  /** Null also where fewer than five responses came from the desk in that month. */
  desk: NamedPlace | null
  field: NamedPlace | null
  touchpoint: Touchpoint | null
  channel: Channel
  mode: Mode
  locale: Locale
  /** Parsed answers by question id. */
  answers: Readonly<Record<string, unknown>>
}>
