import 'server-only'
import { nearestShown } from '@/domain/nearest-shown'
import type { Period } from '@/domain/period'
import type { RatesContext } from './rates-context'
import type { RatesSource } from './rates-source'

/** Where the total is hidden, the nearest period in which it is not: the longest inside, else the shortest around. */
export const nearestOf = (
  { unit, halfMonths }: RatesContext,
  { everybody }: RatesSource,
): Period | null => nearestShown(everybody, unit.id, halfMonths)
