import type { Envelope } from '@/domain/envelope'
import type { Day, Period } from '@/domain/period'
import { type Locale, locales, type SurveyDefinition } from '@/domain/survey'
import { answersFor, overallFor } from './answers'
import {
  communePlan,
  type DeskPlan,
  type DoorPlan,
  districtPlan,
  doorPlans,
  type UnitPlan,
  yearOf,
} from './plan'
import { pick, type Random, randomFor, uuidFrom } from './random'
import { type Calendar, calendarOf, visitTime } from './visit-time'

/** A visit to the office that ends with a response: where, and the instant. */
export type Visit = Readonly<{
  unit: UnitPlan
  desk: DeskPlan
  door: DoorPlan
  at: number
  /** How much of the unit's year has gone, 0–1. */
  progress: number
  /** What is left of this visit's own chance, for the answers. */
  random: Random
}>

/**
 * The visits number 0 to n−1 of a seed and day, in order of time. A visit depends on its number alone, so that a
 * greater n has the smaller one's visits and some more.
 */
export function visitsOf(seed: number, today: Day, n: number): Visit[] {
  const years = [communePlan, districtPlan].map((unit) => yearIn(unit, today))
  return Array.from({ length: n }, (_, number) => visit(randomFor(seed, number), years)).sort(
    (a, b) => a.at - b.at,
  )
}

/** The public code of a door of the demonstration office. */
export const doorCodeOf = (unit: UnitPlan, door: DoorPlan, desk: DeskPlan): string =>
  [unit.code, door.suffix, ...(door.perDesk ? [desk.code] : [])].join('.')

/** What the person of this visit sends. */
export function envelopeOf(
  visit: Visit,
  definition: SurveyDefinition,
  versionId: string,
): Envelope {
  const { unit, desk, door, at, random } = visit
  const locale = localeOf(random, definition)
  const overall = overallFor(random, qualityOf(visit))
  const id = uuidFrom(random)
  const answers = answersFor(random, definition, door.channel, overall)
  const reading = 1500 * Object.keys(answers).length
  return {
    id,
    surveyVersionId: versionId,
    door: doorCodeOf(unit, door, desk),
    answers,
    locale,
    startedAt: at - 15_000 - reading - Math.floor(random() * 90_000),
    answeredAt: at,
    sentAt: at + 1000,
  }
}

type Year = Readonly<{ unit: UnitPlan; period: Period; calendar: Calendar }>

function yearIn(unit: UnitPlan, today: Day): Year {
  const period = yearOf(unit, today)
  return { unit, period, calendar: calendarOf(period) }
}

function visit(random: Random, years: readonly Year[]): Visit {
  const { unit, period, calendar } = pick(random, years, (year) => year.unit.share)
  const desk = pick(random, unit.desks, ({ share }) => share)
  const door = pick(random, doorPlans, ({ share }) => share)
  const at = visitTime(random, calendar)
  const start = Date.parse(`${period.from}T00:00:00+07:00`)
  return { unit, desk, door, at, progress: (at - start) / (365 * 86_400_000), random }
}

/** A desk's quality moves over its year; late in the morning and the day people have waited longer. */
function qualityOf({ desk, progress, at }: Visit): number {
  const [first, last] = desk.quality
  const hour = new Date(at + 7 * 3_600_000).getUTCHours()
  const waiting = hour === 10 || hour === 16 ? 0.05 : 0
  return first + (last - first) * progress - waiting
}

function localeOf(random: Random, definition: SurveyDefinition): Locale {
  const locale = pick(random, locales, (known) => ({ vi: 0.96, en: 0.01, km: 0.03 })[known])
  return definition.questions.every(({ text }) => text[locale]) ? locale : 'vi'
}
