import type { Locale, SurveyDefinition } from '@/domain/survey'
import type { PinLock } from './pin'

/** What the tablet got when it was enrolled. */
export type Enrolment = Readonly<{ deviceId: string; credential: string; enrolledAt: number }>

/** A survey of the desk, under the door through which its answers come in. */
export type OfficeSurvey = Readonly<{
  door: string
  surveyVersionId: string
  definition: SurveyDefinition
  locales: readonly Locale[]
}>

/** Whose tablet this is and what it asks, as the server last said; all it needs to work without a network. */
export type Office = Readonly<{
  device: Readonly<{ name: string }>
  unit: Readonly<{ code: string; name: string }>
  desk: Readonly<{ code: string; label: string }>
  surveys: readonly OfficeSurvey[]
  /** How long comments are kept; absent in what an earlier build has stored. */
  commentMonths?: number
}>

/** The clock of the server less this one's, and when (by this clock) it was seen. */
export type ClockReading = Readonly<{ offset: number; readAt: number }>

/** How every person finds the tablet, as staff have set it. */
export type Preferences = Readonly<{
  locale: Locale
  isLarge: boolean
  isContrast: boolean
}>

export type DeviceSettings = {
  enrolment: Enrolment
  office: Office
  clock: ClockReading
  pin: PinLock
  preferences: Preferences
  /** The server no longer knows this device: nothing of it is sent until it is enrolled again. */
  pause: Readonly<{ since: number; status: number }>
  /** When the server last answered. */
  contact: Readonly<{ at: number }>
}
