import type { Scope } from '@/domain/access'
import type { SetupStep } from '@/domain/setup'
import type { Unit } from '@/domain/unit'
import type { Translate } from '@/lib/i18n'

export type StepProps = Readonly<{
  scope: Scope
  unit: Unit
  params: URLSearchParams
  t: Translate
  now: number
}>

/** Tells the route of a form that it was filled in during the set-up, so that it leads on or back there. */
export const setupMark = (step: SetupStep, unit: Unit) => ({ setup: step, unit: unit.code })
