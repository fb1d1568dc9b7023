import { type DossierCounts, noDossierCounts } from '@/domain/dossier/dossier'
import { type Day, monthOf, monthPeriod, monthsOf, type Period } from '@/domain/period'
import { type DeskPlan, type UnitPlan, yearOf } from './plan'
import { type Random, randomFor } from './random'

/** The dossiers of one field in one month, as Biểu số 06 has them. */
export type MonthOfDossiers = Readonly<{ field: string; period: Period; counts: DossierCounts }>

/** Months by desk and field for the unit's year, whole months only; about twice as many dossiers as responses. */
export function dossiersOf(unit: UnitPlan, today: Day, seed: number, responses: number) {
  const months = monthsOf(yearOf(unit, today))
    .map(({ month }) => month)
    .filter((month) => month < monthOf(today))
  return unit.desks.flatMap((desk, position) => {
    const monthly = (responses * unit.share * desk.share * 2) / 12
    const random = randomFor(seed, -1 - position)
    return monthsOfDesk(desk, months, monthly, random)
  })
}

function monthsOfDesk(
  desk: DeskPlan,
  months: readonly string[],
  monthly: number,
  random: Random,
): MonthOfDossiers[] {
  let carried = Math.round(monthly * 0.2)
  return months.map((month, position) => {
    const progress = position / 11
    const quality = desk.quality[0] + (desk.quality[1] - desk.quality[0]) * progress
    const counts = monthOfCounts(
      carried,
      Math.round(monthly * (0.85 + random() * 0.3)),
      quality,
      random,
    )
    carried = counts.inProgress ?? 0
    return { field: desk.field, period: monthPeriod(month), counts }
  })
}

/** Counts that fulfil every identity of the table; a desk that people like less is late more often. */
function monthOfCounts(
  carried: number,
  came: number,
  quality: number,
  random: Random,
): DossierCounts {
  const online = Math.round(came * (0.35 + random() * 0.2))
  const received = carried + came
  const inProgress = Math.round(received * (0.12 + random() * 0.1))
  const resolved = received - inProgress
  const late = Math.round(resolved * (1 - quality) * (0.1 + random() * 0.1))
  const before = Math.round((resolved - late) * (0.25 + random() * 0.2))
  const overdue = Math.round(inProgress * (1 - quality) * 0.2)
  return {
    ...noDossierCounts,
    received,
    receivedOnline: online,
    receivedDirect: came - online,
    receivedCarried: carried,
    resolved,
    resolvedBefore: before,
    resolvedOnTime: resolved - late - before,
    resolvedInTime: resolved - late,
    resolvedLate: late,
    inProgress,
    inProgressInTime: inProgress - overdue,
    inProgressOverdue: overdue,
  }
}
