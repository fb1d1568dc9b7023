import type { ListedClosing } from '@/components/report/closing-list'
import type { Snapshot } from '@/db/snapshots/list'
import { hasChangedSince } from '@/db/snapshots/since'
import type { Unit } from '@/domain/unit'
import { closingHref } from './addresses'

/** A closing as a line of the list. */
export async function toListed(snapshot: Snapshot, units: readonly Unit[]): Promise<ListedClosing> {
  const { number, unit, survey, period, closedAt, held, state } = snapshot
  const hasMoved = await hasChangedSince(snapshot)
  return {
    ...{ number, period, closedAt, href: closingHref(number) },
    unit: units.find(({ code }) => code === unit)?.name ?? unit,
    survey: held?.content.survey.title ?? survey,
    closedBy: held?.content.closedBy.name ?? '',
    total: held?.report.total.total ?? null,
    state: state !== 'whole' ? state : hasMoved ? 'changed' : 'same',
  }
}
