import { getSetup, noteSetup } from '@/db/installation/setup'
import { listUnitsFor } from '@/db/units/units'
import type { Scope } from '@/domain/access'
import { type NoteKind, type SetupStep, setupSteps, stepAfter } from '@/domain/setup'
import type { Unit } from '@/domain/unit'
import { seeOther } from '../../form-answer'
import type { Posted } from '../../posted-form'
import { setupPath } from '../../staff-pages'
import { firstUnit } from '../unit-options'

/** The unit that is set up: the one in the address, else the one where the person's administration begins. */
export async function getSetupUnit(scope: Scope, code: string | null): Promise<Unit | null> {
  const units = await listUnitsFor(scope, 'administration')
  return (code === null ? firstUnit(units) : units.find((one) => one.code === code)) ?? null
}

/** At which step a form stands that was filled in during the set-up; null for the same form anywhere else. */
export const stepOf = (form: URLSearchParams): SetupStep | null =>
  setupSteps.find((step) => step === form.get('setup')) ?? null

/** The page of a step; without one, of the end. */
export const stepPage = (step: SetupStep | null): string => `${setupPath}/${step ?? 'ready'}`
export const stepHref = (step: SetupStep | null, unit: string): string =>
  `${stepPage(step)}?${new URLSearchParams({ unit })}`

/** On to the next step. Where the data do not show by themselves that this one was passed, it is noted how. */
export async function pastStep(
  { scope, now }: Pick<Posted, 'scope' | 'now'>,
  unit: string,
  step: SetupStep,
  kind: NoteKind,
): Promise<Response> {
  await noteSetup(scope, unit, { note: step, kind }, now)
  const setup = await getSetup(scope, unit, now)
  return seeOther(stepHref(setup && stepAfter(setup, step), unit))
}
