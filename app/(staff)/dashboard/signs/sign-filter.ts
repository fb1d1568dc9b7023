import { notFound } from 'next/navigation'
import type { SignView } from '@/db/signs/list'
import { listUnitsFor } from '@/db/units/units'
import type { Scope } from '@/domain/access'
import type { Locale } from '@/domain/survey'
import type { Unit } from '@/domain/unit'
import { type DashboardFilter, readFilter } from '../filter'
import { firstUnit, unitOptions } from '../unit-options'

export type SignFilter = DashboardFilter &
  Readonly<{ params: URLSearchParams; unitsById: ReadonlyMap<number, Unit> }>

/**
 * The filter of the address, for the units in which the person holds the right of invalidation. Whoever holds it nowhere,
 * or asks for another unit, finds nothing here.
 */
export async function readSignFilter(
  scope: Scope,
  params: URLSearchParams,
  locale: Locale,
  now: number,
): Promise<SignFilter> {
  const units = await listUnitsFor(scope, 'invalidation')
  const unit = params.get('unit') ?? firstUnit(units)?.code
  if (unit === undefined || !units.some(({ code }) => code === unit)) notFound()
  params.set('unit', unit)
  const filter = await readFilter(scope, params, locale, now)
  if (!filter) notFound()
  const unitsById = new Map(units.map((one) => [one.id, one]))
  return { ...filter, units: unitOptions(units), params, unitsById }
}

/** What is looked at, or null while the period is none. */
export const viewOf = ({ chosen, period }: DashboardFilter): SignView | null =>
  period && { unit: chosen.unit, survey: chosen.survey, ...period }
