import { type Day, type Period, shiftDay } from '@/domain/period'
import { pick, type Random } from './random'

/** Days on which the office is open, each with how busy it is. */
export type Calendar = readonly Readonly<{ day: Day; weight: number }>[]

/** The working days of a period: full Mondays, quiet Fridays, public holidays and Tết left out. */
export function calendarOf(period: Period): Calendar {
  const days: { day: Day; weight: number }[] = []
  for (let day = period.from; day <= period.to; day = shiftDay(day, 1)) {
    const weekday = byWeekday[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 0
    const month = byMonth[Number(day.slice(5, 7)) - 1] ?? 1
    if (weekday > 0 && !holidays.has(day.slice(5))) days.push({ day, weight: weekday * month })
  }
  return days
}

/** The instant of a visit: morning and afternoon rhythm, in office hours of UTC+7. */
export function visitTime(random: Random, calendar: Calendar): number {
  const { day } = pick(random, calendar, ({ weight }) => weight)
  const { hour } = pick(random, hours, ({ weight }) => weight)
  const minutes = hour * 60 + Math.floor(random() * 60)
  const seconds = Math.floor(random() * 60)
  return Date.parse(`${day}T00:00:00+07:00`) + (minutes * 60 + seconds) * 1000
}

const byWeekday = [0, 1.3, 1.05, 1, 1, 0.85, 0]
// Tết falls into January or February; the school year begins in August and September.
const byMonth = [0.85, 0.6, 1.15, 1.05, 1, 1.05, 1.1, 1.2, 1.1, 1, 1, 0.95]
const holidays = new Set(['01-01', '04-30', '05-01', '09-02', '09-01'])

const hours = [
  { hour: 7, weight: 1.2 },
  { hour: 8, weight: 3.2 },
  { hour: 9, weight: 3.6 },
  { hour: 10, weight: 2.4 },
  { hour: 13, weight: 1.6 },
  { hour: 14, weight: 2.6 },
  { hour: 15, weight: 2.2 },
  { hour: 16, weight: 0.9 },
]
