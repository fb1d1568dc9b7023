import type { Level } from '../answer'
import type { Channel, DoorKind } from '../door'
import type { Comparison, Rate } from '../rate'

/** What may make somebody look again at responses, or at the difference of two ways in. */
export const signKinds = ['burst', 'run', 'hours', 'fast', 'channels'] as const
export type SignKind = (typeof signKinds)[number]

/** A response as the signs see it. */
export type Sighting = Readonly<{
  /** Its number in order of arrival. */
  seq: number
  /** When it was answered by the corrected clock, in milliseconds. */
  at: number
  /** The clock could not be believed: it says nothing about times of day and order. */
  isDoubtful: boolean
  /** From opening the form to the last answer by one and the same clock, in milliseconds. */
  duration: number
  /** Questions answered, texts left out. */
  answered: number
  level: Level | null
}>

/** Where responses come in at one unit: a tablet, or a link or QR code. */
export type Source = Readonly<{
  /** Stands in addresses: letters, digits and `-`. */
  key: string
  unitId: number
  kind: DoorKind
  channel: Channel
  /** Name of the tablet; null for other doors. */
  device: string | null
  desk: string | null
  /** The public code of its newest door. */
  door: string
}>

/** Some responses of one source that stand out. `key` finds the sign again as long as it is there. */
type Found<Kind extends SignKind> = Readonly<{
  kind: Kind
  key: string
  source: Source
  /** In order of answering. */
  members: readonly Sighting[]
}>

export type BurstSign = Found<'burst'> &
  Readonly<{
    /** The most within one window of `burstWindow`. */
    most: number
    /** How many come in such a window in this source's busy hours. */
    usual: number
  }>

export type RunSign = Found<'run'> &
  Readonly<{
    level: Level
    /** How often that level is chosen otherwise. */
    share: number
    /** How many runs of this length were to be expected by chance among all of the source's responses. */
    expected: number
  }>

export type HoursSign = Found<'hours'> & Readonly<{ of: number }>

export type FastSign = Found<'fast'> & Readonly<{ of: number; shortest: number }>

/** The tablet's rate against that of links and QR codes of the same unit. */
export type ChannelsSign = Readonly<{
  kind: 'channels'
  key: string
  unitId: number
  kiosk: Rate
  remote: Rate
  comparison: Comparison
}>

/** Signs that lead to responses. */
export type ResponsesSign = BurstSign | RunSign | HoursSign | FastSign
export type Sign = ResponsesSign | ChannelsSign

/** All that came in at one source in a period, in order of answering; those with a doubtful clock are apart. */
export type SourceRecord = Readonly<{
  source: Source
  timed: readonly Sighting[]
  doubtful: readonly Sighting[]
}>
